# Every target is a script in scripts/; this file only names them.
SHELL := bash
.DEFAULT_GOAL := help
.PHONY: help doctor up down status demo test chaos check bench format golden image image-check clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' Makefile

doctor: ## say what this machine lacks, and how to get it
	@scripts/doctor.sh

demo: ## plane up, operator in, samples/minimal.yaml applied, progress until Ready
	@scripts/demo.sh

test: ## all tests, against a real API server
	@scripts/test.sh

chaos: ## the long forms of the tests under faults
	@scripts/chaos.sh

check: ## formatting, static analysis, architecture, sizes, generated files
	@scripts/check.sh

bench: ## time the operator beside a bare client, into docs/performance.md, and count its calls to AWS; BENCH=long for 50 platforms, BENCH=aws for calls alone
	@scripts/bench.sh

up: ## start the local plane with the operator in it
	@scripts/up.sh

down: ## stop it
	@scripts/down.sh

status: ## say what runs
	@scripts/status.sh

format: ## rewrite the sources in the format that check asks for
	@scripts/format.sh

golden: ## rewrite generated and golden files
	@scripts/golden.sh

image: ## the operator as an OCI tar; IMAGE_BASE=<image with a Java runtime, by digest>
	@scripts/image.sh

image-check: ## build the image twice, compare, run the operator from its file system
	@scripts/image-check.sh

clean: ## stop what runs, remove what was built here
	@scripts/clean.sh

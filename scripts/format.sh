#!/usr/bin/env bash
# Rewrites the Java sources in the one format that make check asks for.
. "$(dirname "$0")/lib.sh"
maven -q com.diffplug.spotless:spotless-maven-plugin:apply 2> >(grep -v '^WARNING: ' >&2)
say "Formatted"

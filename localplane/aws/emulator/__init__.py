"""An AWS for tests: moto, with what an operator meets in the real one: time, faults, a witness."""

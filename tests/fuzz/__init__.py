"""A bounded search for inputs that break the program: `python -m tests.fuzz`, `nox -s fuzz`."""

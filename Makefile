# Two commands do everything: `make demo` and `make test`. Each sets up .venv first, from the versions of constraints.txt.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
STORY := examples/tarnholt
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --constraint constraints.txt

export OPENBLAS_NUM_THREADS = 1

.PHONY: demo test check bench clean

demo: .venv/ready
	$(BIN)/reportedly brief $(STORY)
	@$(BIN)/reportedly brief $(STORY) --format html --output brief.html

test: .venv/ready-to-test check
	$(BIN)/coverage run -m pytest
	$(BIN)/coverage report

check: .venv/ready-to-test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: .venv/ready
	$(BIN)/python benchmarks/bench.py

clean:
	rm -rf .venv

.venv/ready: pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed: make PYTHON=...")'
	$(PYTHON) -m venv .venv
	$(PIP) pip
	$(PIP) --group build
	$(PIP) --no-build-isolation --editable .
	touch $@

.venv/ready-to-test: .venv/ready
	$(PIP) --group dev
	touch $@

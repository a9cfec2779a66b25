# Two commands set everything up on a bare machine with Python 3.11: `make report` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
INSTALLED_TEST := $(VENV)/.installed-test

.PHONY: report test compiled clean

report: $(INSTALLED) compiled  ## check seeds/ and leave reports/report.html
	$(BIN)/check seeds/ --fail-on never --format text --format html:reports/report.html --format json:reports/report.json
	@echo "The report: reports/report.html"

test: $(INSTALLED_TEST) compiled  ## ruff, mypy, the examples of the rules, pytest
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest

$(INSTALLED): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(INSTALLED_TEST): $(INSTALLED) pyproject.toml
	$(BIN)/python -m pip install --quiet --editable '.[test]'
	@touch $@

# A start should not translate 250 modules again where Python is told to write no bytecode itself.
compiled: $(INSTALLED)
	@$(BIN)/python -m compileall -q consistency

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis

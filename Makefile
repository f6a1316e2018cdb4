# Every target prepares what it needs in .venv from the hash-locked requirements; repeated runs find it done.
# Needs make and Python 3.11 or later; PYTHON=/path/to/python picks one.

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet --quiet
# More than two cores can take: a third of the tests' time is spent waiting for browsers and servers.
WORKERS ?= 3

# Both warn at every start about a MkDocs 2 that this project is pinned away from.
export NO_MKDOCS_2_WARNING := 1
export DISABLE_MKDOCS_2_WARNING := true
# Tests start many processes of Python, each of which would compile the package anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help serve site check test bench pictures words lock clean
.DELETE_ON_ERROR:

help:
	@echo "make serve  serve the site with live reload"
	@echo "make site   build the site into site/"
	@echo "make check  run the linters, the types and the tests without a browser or a built site"
	@echo "make test   run every check and test"
	@echo "make bench  run the benchmarks"
	@echo "make pictures  take the pictures of the README anew"
	@echo "make words  bring the catalogues of words up to date"
	@echo "make lock   lock the requirements anew"
	@echo "make clean  remove everything that was made"

serve: $(VENV)/site.stamp
	@$(BIN)/editions serve

site: $(VENV)/site.stamp
	@$(BIN)/editions build --strict

# A part of `make test` that takes less than a minute, for the loop while working. It waits for nothing, so that more
# workers than cores would only start more slowly.
check: $(VENV)/test.stamp
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/python -m pytest --numprocesses logical --quick

# The types are checked while the tests begin, which wait more than they compute.
test: $(VENV)/test.stamp
	@$(BIN)/python tests/chromium.py
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy & types=$$!; $(BIN)/python -m pytest --numprocesses $(WORKERS); tests=$$?; wait $$types && exit $$tests

bench: $(VENV)/test.stamp
	@$(BIN)/python benchmarks/run.py

pictures: $(VENV)/test.stamp
	@$(BIN)/python .github/readme/pictures.py

words: $(VENV)/test.stamp
	@$(BIN)/python tests/words/update_catalogues.py

# uv resolves for every platform and Python at once; test.txt keeps the versions of site.txt.
# `make lock UPGRADE=--upgrade` moves every version, `make lock UPGRADE="--upgrade-package NAME"` one.
COMPILE := $(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-strip-extras --no-config --no-header
lock: $(VENV)/lock.stamp
	@$(COMPILE) $(UPGRADE) pyproject.toml --group build --output-file requirements/site.txt
	@$(COMPILE) $(UPGRADE) pyproject.toml --group build --group test --constraint requirements/site.txt \
	  --override requirements/overrides.txt --output-file requirements/test.txt
	@$(COMPILE) $(UPGRADE) --group pyproject.toml:lock --output-file requirements/lock.txt

clean:
	rm -rf $(VENV) site build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

# A lock names everything, so pip need not look for more; some versions of it fail over extras of what is locked.
$(VENV)/site.stamp: requirements/site.txt pyproject.toml | $(BIN)/pip
	@echo "Installing what the site needs into $(VENV) (once)"
	@$(PIP) install --no-deps --require-hashes --requirement requirements/site.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/test.stamp: requirements/test.txt $(VENV)/site.stamp
	@echo "Installing what the tests need into $(VENV) (once)"
	@$(PIP) install --no-deps --require-hashes --requirement requirements/test.txt
	@touch $@

$(VENV)/lock.stamp: requirements/lock.txt | $(BIN)/pip
	@$(PIP) install --no-deps --require-hashes --requirement requirements/lock.txt
	@touch $@

$(BIN)/pip:
	@for python in $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11 python; do \
	  if "$$python" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	    exec "$$python" -m venv $(VENV); \
	  fi; \
	done; \
	echo "Python 3.11 or later with venv was not found: install it (on Debian: python3 and python3-venv) or name one with PYTHON=/path/to/python" >&2; \
	exit 1

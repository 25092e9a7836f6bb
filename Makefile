# The two targets that matter are `make demo` and `make test`; `make help` lists all.
#
# Everything is installed into $(VENV) from the locks in requirements/, with hashes; no environment needs to be
# active. A target that finds nothing changed installs nothing.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
unexport PYTHONPATH PYTHONHOME VIRTUAL_ENV

VENV ?= .venv
OUT ?= out
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check --no-input install --quiet
PROJECT := $(PIP) --no-deps --no-build-isolation --editable .
RUNTIME := $(VENV)/.runtime-is-installed
DEV := $(VENV)/.dev-is-installed
TOOLS := $(VENV)/.tools-are-installed
SERVERS := $(VENV)/.servers-are-installed

.PHONY: help demo test lint types pytest samples bench quality lock schema clean

help: ## List the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

demo: $(RUNTIME) ## Extract the sample documents into out/: a table, JSON, one annotated page
	@$(PY) examples/demo.py $(OUT)

test: lint types pytest ## Lint, types and tests with coverage

lint: $(DEV) ## ruff and import-linter
	$(PY) -m ruff check --output-format=concise .
	$(PY) -m ruff format --check .
	$(VENV)/bin/lint-imports

types: $(DEV) ## mypy, strict
	$(PY) -m mypy

pytest: $(DEV) $(SERVERS) ## The tests alone
	VANBAN_TEST_SERVERS=1 $(PY) -m pytest --numprocesses auto --dist loadfile --cov --cov-report=term

samples: $(DEV) ## Make 100 new documents with gold in out/samples
	$(PY) -m pipeline.cli samples $(OUT)/samples --count 100 --lang en

bench: $(DEV) ## Speed and memory beside other tools
	$(PY) bench/speed.py

quality: $(DEV) ## Extraction against gold and labels, where ../shared is there
	$(PY) bench/quality.py

schema: $(DEV) ## Write the JSON Schema from the models
	$(PY) -m pipeline.cli schema --out schema/vanban-1.0.schema.json --lang en

# Locking: pins stay as they are where they still fit; UPGRADE=--upgrade takes the newest.
UV := build/lock/bin/uv
COMPILE := $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header $(UPGRADE)

lock: $(UV) ## Write the locks in requirements/ from pyproject.toml
	$(COMPILE) pyproject.toml --extra dev --extra samples --extra nlp --extra tables --extra postgres --extra cluster --extra graph --extra report \
		--group build -o requirements/dev.txt
	$(COMPILE) pyproject.toml --constraint requirements/dev.txt -o requirements/runtime.txt
	$(COMPILE) --group build --constraint requirements/dev.txt -o requirements/build.txt

$(UV):
	requirements/venv.sh build/lock
	build/lock/bin/python -m pip --disable-pip-version-check install --quiet 'uv<1'

clean: ## Remove what was made: environment, output, caches
	rm -rf $(VENV) build $(OUT) .coverage .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(PY):
	@requirements/venv.sh $(VENV)

$(TOOLS): requirements/debian.txt | $(PY)
	@requirements/tools.sh $<
	@touch $@

$(SERVERS): requirements/debian-dev.txt | $(PY)
	@requirements/tools.sh $<
	@touch $@

$(RUNTIME): requirements/runtime.txt requirements/build.txt pyproject.toml $(TOOLS) | $(PY)
	@echo "Installing vanban into $(VENV)"
	@$(PIP) --require-hashes -r requirements/runtime.txt -r requirements/build.txt
	@$(PROJECT)
	@touch $@

$(DEV): requirements/dev.txt pyproject.toml $(TOOLS) | $(PY)
	@echo "Installing vanban and its development tools into $(VENV)"
	@$(PIP) --require-hashes -r requirements/dev.txt
	@$(PROJECT)
	@touch $@ $(RUNTIME)

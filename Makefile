# `make help` lists the targets: a target with a `##` behind it is shown.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ARTICLE ?= seeds/us-china-beijing-talks.txt
PUBLISHED ?= $(if $(filter seeds/us-china-beijing-talks.txt,$(ARTICLE)),2024-04-27)
SHARED ?= ../shared

.DEFAULT_GOAL := help

.PHONY: help
help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | awk -F '\t' '{printf "  %-14s %s\n", $$1, $$2}'

$(VENV)/.ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

.PHONY: setup
setup: $(VENV)/.ready ## the environment in .venv, from the locked versions

.PHONY: brief
brief: setup ## a brief of ARTICLE=path (PUBLISHED=2024-04-27), by default of the seed article
	$(BIN)/briefgen make "$(ARTICLE)" $(if $(PUBLISHED),--published $(PUBLISHED))

.PHONY: test
test: lint types imports setup ## lint, types, import contracts, unit and property tests
	$(BIN)/python -m pytest -m "not slow"

.PHONY: test-slow
test-slow: setup ## tests that need LibreOffice, poppler, a wheel build, or minutes
	$(BIN)/python -m pytest -m slow

.PHONY: lint
lint: setup ## ruff, formatting included
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

.PHONY: types
types: setup ## mypy --strict
	$(BIN)/mypy

.PHONY: imports
imports: setup ## the direction of imports between the stages
	$(BIN)/lint-imports

.PHONY: format
format: setup ## puts the code in its format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

.PHONY: eval
eval: setup ## scores the engine on annotated articles (SHARED=folder)
	$(BIN)/python evaluation/evaluate.py --shared "$(SHARED)"

.PHONY: bench
bench: setup ## ratios of start-up, rendering and drafting, taken in one run
	$(BIN)/python benchmarks/speed.py

.PHONY: lock
lock: setup ## writes requirements.lock anew (the only target that needs uv)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate \
		--no-header --all-extras --output-file requirements.lock pyproject.toml

.PHONY: clean
clean: ## removes the environment, caches and drafted briefs
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find output -mindepth 1 ! -name README.md -delete

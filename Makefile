# `make` lists the targets: each has its explanation behind `##`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
SEED := seeds/us-china-beijing-talks.txt
ARTICLE ?= $(SEED)
PUBLISHED ?= $(if $(filter $(SEED),$(ARTICLE)),2024-04-27)
SHARED ?= ../shared

.DEFAULT_GOAL := help

.PHONY: help
help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | awk -F '\t' '{printf "  make %-12s %s\n", $$1, $$2}'

$(VENV)/.ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "briefgen needs Python 3.11 or newer. Name one: make setup PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
	$(PIP) --require-hashes -r requirements.lock
	$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

.PHONY: setup
setup: $(VENV)/.ready ## the environment in .venv, from the locked versions

.PHONY: brief
brief: setup ## a brief of ARTICLE=path PUBLISHED=2024-04-27; without them of the seed article
	$(BIN)/briefgen make "$(ARTICLE)" $(if $(PUBLISHED),--published $(PUBLISHED))

.PHONY: test
test: lint types imports ## lint, types, import contracts, unit and property tests
	$(BIN)/python -m pytest -m "not slow"

.PHONY: test-slow
test-slow: setup ## tests that need LibreOffice, poppler, qpdf, a wheel build, or minutes
	$(BIN)/python -m pytest -m slow

.PHONY: fuzz
fuzz: setup ## anything at all into readers, YAML and documents; TIMES=100 times as often as make test
	FUZZ_TIMES=$(or $(TIMES),100) $(BIN)/python -m pytest tests/fuzzing

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
eval: setup ## scores the engine on annotated articles in SHARED=folder
	$(BIN)/python evaluation/evaluate.py --shared "$(SHARED)"

.PHONY: bench
bench: setup ## ratios of start-up, drafting, documents, checks and memory, taken in one run (three minutes)
	$(BIN)/python benchmarks/speed.py

.PHONY: bench-batch
bench-batch: setup ## ratios of many articles: speed, workers, a cluster, memory (six minutes), then fifty kills (ten)
	$(BIN)/python benchmarks/batch.py
	$(BIN)/python benchmarks/kills.py

.PHONY: pictures
pictures: setup ## draws docs/pictures anew (needs LibreOffice and poppler)
	$(BIN)/python docs/pictures.py

.PHONY: lock
lock: setup ## writes requirements.lock anew (the only target that needs uv)
	$(PIP) uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate \
		--no-header --all-extras --output-file requirements.lock pyproject.toml

.PHONY: clean
clean: ## removes the environment and caches; briefs stay
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache

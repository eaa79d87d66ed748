# Needs Python 3.11 or later with pip, and make; everything else is installed into .venv.
PYTHON ?= python3
BIN := .venv/bin
PLUGINS := $(patsubst %/pyproject.toml,%,$(wildcard plugins/*/pyproject.toml))
DEFINITIONS := pyproject.toml $(wildcard plugins/*/pyproject.toml)
EDITABLE := $(foreach plugin,$(PLUGINS),-e ./$(plugin))
SAMPLE ?= $(firstword $(sort $(wildcard seeds/*live*.txt) $(wildcard seeds/*/*live*.txt)) $(wildcard seeds/*.txt) $(wildcard seeds/*/*.txt))
PROFILE ?= quick
WORKERS ?= auto
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: demo test coverage mutants lint format bench bench-html weights proof clean

demo: .venv/installed-cli ## Parse a sample live blog to the terminal
	$(if $(SAMPLE),,$(error there is no document in seeds/ to show))
	$(BIN)/warparse parse $(SAMPLE)

test: .venv/installed-dev ## Run every test
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder --hypothesis-profile=$(PROFILE) --warparse-profile=$(PROFILE)

coverage: .venv/installed-dev ## Which branches of src and plugins no test takes
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest --hypothesis-profile=$(PROFILE) --warparse-profile=$(PROFILE)
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report --skip-covered

mutants: .venv/installed-mutation ## Which changes of the segmenter and of the money plugin no test notices
	$(BIN)/python benchmarks/mutants.py segment
	$(BIN)/python benchmarks/mutants.py money

lint: .venv/installed-dev ## Style, types, import layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy src tests
	set -e; for plugin in $(PLUGINS); do $(BIN)/mypy $$plugin; done
	$(BIN)/python -m pytest --quiet tests/test_house.py

format: .venv/installed-dev ## Let ruff mend what it can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

proof: .venv/bin/python ## A new plugin, built and tested in an environment of its own
	$(BIN)/python tests/proof.py

bench: .venv/installed-bench ## Speed, beside other libraries
	$(BIN)/python benchmarks/speed.py
	$(BIN)/python benchmarks/facts.py

bench-html: .venv/installed-bench-html ## Pages: what is kept, speed and memory, beside other libraries
	$(BIN)/python benchmarks/pages.py

weights: .venv/installed-weights ## Learn anew how much each piece of evidence counts
	$(BIN)/python benchmarks/weights.py

clean: ## Remove the environment and every cache
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage* build dist

.venv/bin/python:
	$(PYTHON) -m venv .venv

# All editable paths go into one command, so that pip resolves the core and its plugins together.
.venv/installed-cli: .venv/bin/python $(DEFINITIONS)
	$(PIP) -e '.[cli]' $(EDITABLE)
	touch $@

.venv/installed-dev: .venv/bin/python $(DEFINITIONS)
	$(PIP) -e '.[dev]' $(EDITABLE)
	touch $@

.venv/installed-mutation: .venv/installed-dev
	$(PIP) -e '.[dev,mutation]' $(EDITABLE)
	touch $@

.venv/installed-weights: .venv/installed-dev
	$(PIP) -e '.[dev,weights]' $(EDITABLE)
	touch $@

.venv/installed-bench: .venv/installed-dev
	$(PIP) -e '.[dev,bench]' $(EDITABLE)
	touch $@

# Older pips take two spellings of one extra, which two of these libraries ask for, for two extras, and fail.
.venv/installed-bench-html: .venv/installed-dev
	$(PIP) 'pip>=23.3'
	$(PIP) -e '.[dev,bench-html]' $(EDITABLE)
	touch $@

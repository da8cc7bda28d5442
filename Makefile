# Two commands do all the set-up: `make demo` (to see it work) and `make test` (to work on it).
# What is installed is stamped with the file that names it, so a second run goes straight to the work.

PYTHON ?= python3
JOBS ?= 3

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
# Compiled here, since an editable install is not, and an environment may forbid Python to do it later.
INSTALL := $(PIP) install --no-deps --no-build-isolation --editable . && $(BIN)/python -m compileall -q src
DEMO := build/demo/hecheng-2023
INBOX := build/demo/inbox
# They fill in forms, but for the last, which writes a report of its own.
BY_WORD := 区公安分局 区农业农村局 黄金坳镇 区委宣传部 区委政法委 区应急管理局 区林业局
# What is in tests/repository looks at the checkout and its tools, whatever the releases.
QUICK := -m "not slow and not long" --ignore tests/repository
LOADING_AND_RENDERING := tests/sources tests/model tests/render tests/faults/test_yaml.py
# A file that is opened without its encoding is a fault here: on another machine it would be read as GBK.
export PYTHONWARNDEFAULTENCODING := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test check test-long fuzz test-newest test-oldest format golden docs pictures bench lock clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: $(VENV)/.runtime ## set up, collect Word files for the Hecheng example, build it, print where report and text are
	@rm -rf $(DEMO) $(INBOX)
	@mkdir -p $(INBOX)
	@cp -R examples/hecheng-2023 $(DEMO)
	@$(BIN)/reportctl -q -C $(DEMO) form $(BY_WORD)
	@$(BIN)/python -m scripts.demo_inbox $(DEMO) $(INBOX) $(BY_WORD)
	@$(BIN)/reportctl -q -C $(DEMO) collect $(INBOX)
	@$(BIN)/reportctl -C $(DEMO) build --docx --text 2>$(DEMO)-findings.txt || { cat $(DEMO)-findings.txt; exit 1; }
	@echo "What $(words $(BY_WORD)) departments sent as Word files, one of them by mail: $(CURDIR)/$(INBOX)"
	@echo "What reportctl mended on the way: $(CURDIR)/$(DEMO)-findings.txt"

check: $(VENV)/.dev static ## for every day: static checks and the quick tests
	$(BIN)/pytest -n $(JOBS) -q -m "not slow and not long"

test: $(VENV)/.dev node_modules/.stamp system fonts static ## set up, then every check and every test but the long ones
	$(BIN)/pytest -n $(JOBS) -m "not long"

test-long: $(VENV)/.dev node_modules/.stamp system fonts ## the long tests: hundreds of what `make test` has a sample of
	$(BIN)/pytest -n $(JOBS) -m long --durations=20

fuzz: $(VENV)/.dev ## spoilt inputs of every kind, 100,000 in ten minutes: make fuzz ARGS='--seed 7 --kind report'
	@$(BIN)/python -m tests.fuzz $(ARGS)

test-newest: .venv-newest ## the quick tests with the newest release of every dependency
	.venv-newest/bin/pytest -n $(JOBS) -q $(QUICK)

test-oldest: .venv-oldest ## the quick tests with the oldest release that pyproject.toml allows
	.venv-oldest/bin/pytest -n $(JOBS) -q $(QUICK)

.PHONY: static
static: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.dev ## format the code and mend what ruff can mend
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

golden: $(VENV)/.dev ## rewrite the golden files from today's output and show what changed
	$(BIN)/pytest -q --golden
	@scripts/golden-diff

docs: $(VENV)/.dev ## remake docs/rules.md from the rules' own texts
	$(BIN)/python scripts/docs.py

pictures: $(VENV)/.dev system fonts ## remake the pictures of the READMEs and of docs/pages.md
	$(BIN)/python -m scripts.pictures

bench: $(VENV)/.bench ## measure time and memory beside other tools: make bench ARGS=--large
	@$(BIN)/python -m compileall -q src
	$(BIN)/python -m benchmarks $(ARGS)
	$(BIN)/python -m benchmarks.documents

lock: $(VENV)/.dev ## remake the locks from pyproject.toml: make lock ARGS=--upgrade
	$(BIN)/python scripts/lock.py $(ARGS)

clean: ## remove what was made here, the environment included
	rm -rf $(VENV) .venv-newest .venv-oldest build dist node_modules .coverage .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests benchmarks scripts -name __pycache__ -prune -exec rm -rf {} +

# Set-up

$(BIN)/python:
	scripts/setup-python $(PYTHON)

$(VENV)/.runtime: requirements/runtime.lock requirements/build.lock pyproject.toml | $(BIN)/python
	$(PIP) install --require-hashes -r requirements/runtime.lock -r requirements/build.lock
	$(INSTALL)
	@touch $@

$(VENV)/.dev: requirements/dev.lock pyproject.toml | $(BIN)/python
	$(PIP) install --require-hashes -r requirements/dev.lock
	$(INSTALL)
	@touch $@

$(VENV)/.bench: requirements/bench.lock pyproject.toml | $(BIN)/python
	$(PIP) install --require-hashes -r requirements/bench.lock -r requirements/build.lock
	$(INSTALL)
	@touch $@

# Made anew each time: what is the newest today is known to the index alone.
.PHONY: .venv-newest .venv-oldest
.venv-newest .venv-oldest: .venv-%:
	scripts/setup-python $(PYTHON) $@
	$@/bin/python -m scripts.releases $* >$@/requirements.txt
	$@/bin/python -m pip --disable-pip-version-check -qq install --no-compile --retries 1 -r $@/requirements.txt || \
	  { echo "No $* releases: pip says above why. It needs a package index within reach." >&2; exit 1; }
	$@/bin/python -m pip --disable-pip-version-check -qq install --no-deps --no-build-isolation --editable .
	$@/bin/python -m pip --disable-pip-version-check list --format=columns | tail -n +3 >$@/releases.txt

# What `.ci/run` tries of both: the demo's job, and the tests of loading and rendering.
.PHONY: smoke-newest smoke-oldest
smoke-newest smoke-oldest: smoke-%: .venv-%
	rm -rf build/smoke-$*
	cp -R examples/hecheng-2023 build/smoke-$*
	.venv-$*/bin/reportctl -q -C build/smoke-$* build --docx --text
	.venv-$*/bin/pytest -n $(JOBS) -q -m "not slow and not long" $(LOADING_AND_RENDERING)

.PHONY: system fonts
# The checks for what is missing take milliseconds, so these run every time: a machine may have changed.
system:
	@scripts/setup-system

fonts: | system
	@scripts/setup-fonts

node_modules/.stamp: package.json package-lock.json | system
	npm ci --silent
	@touch $@

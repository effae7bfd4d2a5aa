# Leergang: everything that is done with this repository, by name.

PYTHON3 ?= python3
PYTHON := .venv/bin/python
MANAGE := $(PYTHON) manage.py
MACHINE := $(PYTHON3) site/deploy/machine.py
PORT ?= 8000
export PORT

.DEFAULT_GOAL := help
.PHONY: help run dev test check test-sqlite test-postgres test-browser format audit bench bench-media bench-related bench-search bench-large relevance secret-key lock

help:  ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /|/' | awk -F'|' '{ printf "  make %-14s %s\n", $$1, $$2 }'

# --- Serving -----------------------------------------------------------------------------------------------------

run: .venv/installed  ## serve the site with its demo as visitors get it; another port: make run PORT=8001
	@$(PYTHON) site/deploy/prepare.py
	@$(MANAGE) stack --prepare

dev: export DEBUG := true
dev: .venv/installed  ## the same with debug on, reloading after a change
	@$(PYTHON) site/deploy/prepare.py
	@$(MANAGE) stack --prepare --reload

secret-key:  ## print a new secret key
	@$(PYTHON3) -c "import secrets; print(secrets.token_urlsafe(50))"

# --- Checking ----------------------------------------------------------------------------------------------------

test: .venv/installed  ## everything, on SQLite and PostgreSQL, and in Chromium
	@$(MACHINE) --optional postgresql chromium nginx exiftool
	@$(MAKE) --no-print-directory check
	@$(MAKE) --no-print-directory -j2 --output-sync=target test-sqlite test-postgres
	@$(MAKE) --no-print-directory test-browser

# The checks import the settings, which refuse to start without a key; this one protects nothing.
check: export SECRET_KEY := only-for-checks-0123456789-abcdefghijklmnopqrstuvwxyz
check: export ENV_FILE := /dev/null
check: export PYTHONPATH := site:tests
check: .venv/installed  ## format, lint, types, import contract, templates, migrations, deployment
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m ruff check .
	$(PYTHON) -m mypy
	$(PYTHON) -c "from importlinter.cli import lint_imports_command; lint_imports_command()"
	$(PYTHON) -m djlint --check --quiet site/templates
	$(MANAGE) makemigrations --check --dry-run
	$(MANAGE) check --deploy --fail-level WARNING

test-sqlite: .venv/installed  ## the tests on SQLite, without the browser; one of them: .venv/bin/python -m pytest tests/test_settings.py
	$(PYTHON) -m pytest --ignore=tests/browser

test-postgres: .venv/installed  ## the same on a PostgreSQL that is started for them
	$(PYTHON) tests/postgres.py $(PYTHON) -m pytest --ignore=tests/browser

test-browser: .venv/installed  ## the tests in Chromium, on the running demo
	$(PYTHON) -m pytest tests/browser

audit: .venv/installed tests/audit/node_modules/.package-lock.json  ## Lighthouse, the HTML validator and the byte budgets, on the running demo
	@$(MACHINE) chromium java
	$(PYTHON) tests/audit/audit.py

bench: .venv/installed  ## requests per second of our pages, beside a fresh Wagtail project
	@$(MACHINE) wrk
	@$(MACHINE) --optional postgresql
	$(PYTHON) tests/bench/bench.py

relevance: .venv/installed  ## how well searches find and related items are chosen, beside what is simpler, on both databases
	$(PYTHON) tests/relevance/relevance.py
	$(PYTHON) tests/postgres.py $(PYTHON) tests/relevance/relevance.py
	$(PYTHON) tests/relevance/relevance.py unseen
	$(PYTHON) tests/postgres.py $(PYTHON) tests/relevance/relevance.py unseen
	$(PYTHON) tests/relevance/related_items.py
	$(PYTHON) tests/postgres.py $(PYTHON) tests/relevance/related_items.py

bench-related: .venv/installed  ## milliseconds of related items: a draft, a publish, a view, a rebuild; at 1,000 and 10,000 pages, on both databases
	$(PYTHON) tests/postgres.py $(PYTHON) tests/bench/related.py 1000 10000
	$(PYTHON) tests/bench/related.py 1000 10000

bench-media: .venv/installed  ## how good and heavy pictures are, what putting them in and out takes, and what survives lost files
	@$(MACHINE) exiftool
	$(PYTHON) tests/bench/media.py

bench-search: .venv/installed  ## milliseconds of a search beside Wagtail's own, at 1,000 and 10,000 pages, on both databases
	$(PYTHON) tests/postgres.py $(PYTHON) tests/bench/search.py 1000 10000
	$(PYTHON) tests/bench/search.py 1000 10000

bench-large: .venv/installed  ## the same at 50,000 and 100,000 pages, on PostgreSQL
	$(PYTHON) tests/postgres.py $(PYTHON) tests/bench/search.py 50000 100000
	$(PYTHON) tests/postgres.py $(PYTHON) tests/bench/related.py 50000

format: .venv/installed  ## put code and templates in the house's format
	$(PYTHON) -m ruff check --fix .
	$(PYTHON) -m ruff format .
	-$(PYTHON) -m djlint --reformat --quiet site/templates

# --- Packages ----------------------------------------------------------------------------------------------------

lock: .venv/installed  ## take newer versions of the packages into uv.lock
	$(PYTHON) -m uv lock --upgrade

.venv/installed: uv.lock pyproject.toml
	@$(PYTHON3) site/deploy/install.py

tests/audit/node_modules/.package-lock.json: tests/audit/package-lock.json
	@$(MACHINE) node
	@cd tests/audit && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error

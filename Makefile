# Every command of the project. `make run` and `make test` each work as the first command in a fresh clone.

PYTHON_BIN := .venv/bin/python
# Test files are shared out to this many processes; WORKERS=0 runs them in one.
WORKERS ?= auto
PYTEST_FLAGS ?=
LOCK_FLAGS ?=

.PHONY: help setup setup-tests run test check chaos format translations finder holidays guide-pictures lock bench \
	build clean check-format check-lint check-types check-imports check-translations check-wheels check-repository

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-18s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## install the program; afterwards it is .venv/bin/minwon
	@bash scripts/setup.sh program

setup-tests: ## install the program and what its tests need
	@bash scripts/setup.sh tests

run: setup ## open the window with the sample office (without a display: play a sample day)
	@bash scripts/run.sh

test: setup-tests ## run the tests
	$(PYTHON_BIN) -m pytest --numprocesses=$(WORKERS) --maxprocesses=4 $(PYTEST_FLAGS)

chaos: setup-tests ## run the long tests: kills, floods and attacks at full length
	$(PYTHON_BIN) -m pytest -m chaos -o faulthandler_timeout=3600 $(PYTEST_FLAGS)

check: setup ## check format, lint, types, import floors, translations, Windows wheels, repository
	@$(MAKE) --keep-going --no-print-directory check-format check-lint check-types check-imports \
		check-translations check-wheels check-repository
	@echo "make check: all checks passed"

check-format:
	$(PYTHON_BIN) -m ruff format --check .

check-lint:
	$(PYTHON_BIN) -m ruff check .

check-types:
	$(PYTHON_BIN) -m mypy

check-imports:
	.venv/bin/lint-imports

check-translations:
	$(PYTHON_BIN) scripts/check_translations.py

check-wheels:
	$(PYTHON_BIN) scripts/check_wheels.py

check-repository:
	$(PYTHON_BIN) scripts/check_repository.py

format: setup ## format the code and repair what ruff can repair
	$(PYTHON_BIN) -m ruff check --fix .
	$(PYTHON_BIN) -m ruff format .

translations: setup ## read the texts out of the code into the .ts file and make the .qm file
	$(PYTHON_BIN) scripts/check_translations.py --update

finder: setup ## make the finder's language anew from the sentences in resources/finder
	$(PYTHON_BIN) scripts/train_finder.py

holidays: setup ## make the table of holidays anew from the holidays package
	$(PYTHON_BIN) scripts/make_holidays.py

guide-pictures: setup ## make the pictures of the guides anew from the program itself
	$(PYTHON_BIN) scripts/make_guide_pictures.py

lock: setup ## write requirements.lock anew from pyproject.toml (LOCK_FLAGS=--upgrade takes newer versions)
	.venv/bin/uv pip compile pyproject.toml --all-extras --generate-hashes --universal --no-emit-index-url \
		--no-header --no-annotate --quiet $(LOCK_FLAGS) --output-file requirements.lock
	$(PYTHON_BIN) scripts/check_wheels.py

bench: setup-tests ## measure the speed against the raw limits; the table goes to docs/benchmarks.md
	$(PYTHON_BIN) -m benchmarks --json docs/benchmarks.json --markdown docs/benchmarks.md $(BENCHMARKS)

build: setup-tests ## package the program into dist/minwon and try it out (fails above 240 MB)
	$(PYTHON_BIN) -m PyInstaller --noconfirm --clean --log-level ERROR build.spec
	$(PYTHON_BIN) scripts/check_build.py

clean: ## remove everything that make makes, the sample office included
	rm -rf .venv node_modules build dist sample-home sample-home.new sample-day *.egg-info \
		.pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find app scripts tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

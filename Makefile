# make demo   runs the main job on the sample article
# make test   passes the tests
# make repairs  measures the repairs and writes docs/repairs.md
# make check  what CI asks: style, types, architecture, tests
.PHONY: demo test check lint bench repairs clean

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --editable . --group dev
	$(BIN)/python -m pip install --quiet --no-deps 'argos-translate-lt>=1.12,<2'
	touch $@

demo: $(READY)
	$(BIN)/publisher export seeds/open-day.txt --memory seeds/open-day.zh-en.tmx --glossary seeds/open-day.glossary.csv

test: $(READY)
	$(BIN)/pytest -n auto

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint test

bench: $(READY)
	$(BIN)/python tests/benchmarks/cold_export.py
	$(BIN)/python tests/benchmarks/repair_speed.py
	$(BIN)/python tests/benchmarks/growth.py
	$(BIN)/python tests/benchmarks/engine_speed.py
	$(BIN)/python tests/benchmarks/memory_speed.py
	$(BIN)/python tests/benchmarks/pdf_engines.py

repairs: $(READY)
	$(BIN)/python tests/benchmarks/repair_table.py --write docs/repairs.md

clean:
	rm -rf $(VENV) out build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache

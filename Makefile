# make demo   runs the main job on the sample article
# make test   passes the tests, but for sweeps that take minutes
# make search  draws new examples for the tests of what holds for any text, and tells what fails
# make repairs  measures the repairs and writes docs/repairs.md
# make catalogs  takes new words of the pages into the catalogs in locales/, and tells what lacks a translation
# make check  what CI asks: style, types, architecture, all tests
.PHONY: demo test test-all search check lint bench repairs catalogs clean

# compiled modules are kept, as a user's Python keeps them: tests and benchmarks start the command anew many times
unexport PYTHONDONTWRITEBYTECODE

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
	$(BIN)/pytest -n auto -m "not exhaustive"

test-all: $(READY)
	$(BIN)/pytest -n auto

search: $(READY)
	$(BIN)/pytest -n auto --hypothesis-profile=new $$(grep -rl '^from hypothesis' tests --include='test_*.py')

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint test-all

bench: $(READY)
	$(BIN)/python tests/benchmarks/cold_export.py
	$(BIN)/python tests/benchmarks/cold_word.py
	$(BIN)/python tests/benchmarks/repair_speed.py
	$(BIN)/python tests/benchmarks/growth.py
	$(BIN)/python tests/benchmarks/engine_speed.py
	$(BIN)/python tests/benchmarks/memory_speed.py
	$(BIN)/python tests/benchmarks/pdf_engines.py

repairs: $(READY)
	$(BIN)/python tests/benchmarks/repair_table.py --write docs/repairs.md

# A .po is read as it is, so no .mo is kept: compiling proves that gettext takes each catalog, and tells
# how much of it is translated. Headers keep no date and no name: the same words give the same files.
KEYWORDS := -k text:1,1t -k text:1,2c,2t -k plural:1,2,3t -k plural:1,2,4c,4t
UNDATED := sed -i.bak -E -e '/^"(Report-Msgid-Bugs-To|POT-Creation-Date|PO-Revision-Date|Last-Translator):/d' \
  -e '/^"(Language-Team|Generated-By):/d' -e 's/^("Project-Id-Version:) .*/\1 bilingual-publisher\\n"/'
catalogs: $(READY)
	$(BIN)/pybabel -q extract --no-default-keywords $(KEYWORDS) --add-comments Translators: --strip-comments \
	  --no-location --no-wrap -o locales/publisher.pot publisher/localization
	$(UNDATED) -e '/^#( |$$|, fuzzy)/d' locales/publisher.pot
	for po in locales/*/LC_MESSAGES/publisher.po; do \
	  name=$$(basename $$(dirname $$(dirname $$po))); \
	  $(BIN)/pybabel -q update -i locales/publisher.pot -o $$po -l $$name -N --ignore-obsolete --no-wrap \
	  && $(UNDATED) $$po && rm $$po.bak \
	  && $(BIN)/pybabel compile -i $$po -o /dev/null -l $$name --statistics || exit 1; \
	done
	rm locales/publisher.pot.bak

clean:
	rm -rf $(VENV) out build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache

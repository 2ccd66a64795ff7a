"""No word of a page stands in code or in a template: each comes from a catalog."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import publisher
from publisher import resources

ROOT = Path(publisher.__file__).parent
HAN = re.compile("[\u3400-\u9fff]")
KNOWN = {
    # the form that the text reader reads, labels and all: an input, not a page
    "exporters/plain_official.py",
    "exporters/plain_text.py",
}


def sources() -> list[Path]:
    pages = (*(ROOT / "exporters").rglob("*.py"), *(ROOT / "localization").glob("*.py"))
    return sorted(path for path in pages if str(path.relative_to(ROOT)) not in KNOWN)


def literals(tree: ast.AST) -> Iterator[ast.Constant]:
    """Yield the texts of a module but its docstrings, patterns and what is asked of a catalog."""
    skipped: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            skipped.add(id(node.value))
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            if called.endswith((".text", ".plural")) or called.startswith("re."):
                skipped |= {id(n) for n in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skipped:
            yield node


def setting() -> list[Path]:
    """Return the modules that set pages, without the tables that only read Chinese names."""
    return [path for path in sources() if path.name not in {"han.py", "names.py", "places.py", "surnames.py"}]


@pytest.mark.parametrize("path", setting(), ids=lambda path: str(path.relative_to(ROOT)))
def test_no_han_word_stands_in_code_that_sets_pages(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert [node.value for node in literals(tree) if HAN.search(str(node.value))] == []


@cache
def asked() -> set[str]:
    """Return every word that the catalogs are asked for, in English."""
    found = {
        str(arg.value)
        for path in (ROOT / "localization").glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith((".text", ".plural"))
        for arg in node.args
        if isinstance(arg, ast.Constant) and isinstance(arg.value, str)
    }
    return {word for word in found if re.search("[A-Za-z]{3}", word.replace("{", " "))}


@pytest.mark.parametrize("path", sources(), ids=lambda path: str(path.relative_to(ROOT)))
def test_no_word_of_the_catalogs_is_written_in_code_as_well(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    # names of Word's styles, which no page shows
    styles = {"Attachment", "Contact"} if path.parent.name == "word" else set()
    found = [str(node.value) for node in literals(tree)]
    assert [text for text in found if text.strip(": ") in asked() - styles] == []


@pytest.mark.parametrize(
    "path", sorted(resources.templates().glob("*/*.j2")), ids=lambda path: "/".join(path.parts[-2:])
)
def test_no_word_stands_in_a_template(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    text = re.sub(r"\{%-? macro (?:(?!endmacro)[^<])*endmacro -?%\}", "", text)  # macros of CSS alone
    text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "\0", text, flags=re.DOTALL)
    assert not HAN.search(text)
    if path.name.endswith((".html.j2", ".txt.j2")):
        shown = re.sub(r"<style>.*?</style>|<!DOCTYPE[^>]*>|<[^<>]*>", "\0", text, flags=re.DOTALL)
        assert re.findall(r"[A-Za-z]{2,}", re.sub(r"&\w+;", "", shown)) == []

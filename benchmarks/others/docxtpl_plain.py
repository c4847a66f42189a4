"""What one writes in an hour with docxtpl: the same report, with its headings, questions, answers, lists and tables.

Run with ``python docxtpl_plain.py LIST TEMPLATE QUESTIONS OUT``. The answers come from the YAML itself, by ruamel's
fast loader; nothing is validated. A template of docxtpl can be rendered once, so each document opens it anew.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate, RichText
from ruamel.yaml import YAML

MARKED = re.compile(r"(\*\*.+?\*\*|(?<!\*)\*[^*\s][^*]*?\*(?!\*))")


def rich(text: str) -> RichText:
    """Text with its bold and italic words."""
    result = RichText()
    for number, part in enumerate(MARKED.split(text)):
        marked = number % 2 == 1
        bold = marked and part.startswith("**")
        result.add(part.strip("*") if marked else part, bold=bold, italic=marked and not bold)
    return result


def prose(text: str) -> Iterator[dict[str, Any]]:
    """The pieces of a long answer: paragraphs, points and tables."""
    for block in text.strip().split("\n\n"):
        lines = block.split("\n")
        if lines[0].startswith("|"):
            rows = [[cell.strip() for cell in line.strip("| ").split("|")] for line in lines]
            yield {"art": "tabelle", "zeilen": [rows[0], *rows[2:]]}
        elif lines[0].startswith("- "):
            for line in lines:
                yield {"art": "punkt", "text": rich(line.strip().removeprefix("- "))}
        else:
            yield {"art": "absatz", "text": rich(" ".join(lines))}


def label(key: str) -> str:
    """A key as people read it."""
    return key.replace("_", " ").capitalize()


def plain(value: Any) -> str:
    """A value in one line."""
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def answer(value: Any) -> Iterator[dict[str, Any]]:
    """The pieces of any answer."""
    if isinstance(value, dict):
        if "antwort" in value or "entfaellt" in value:
            for part in value.values():
                yield from answer(part)
        else:
            for key, part in value.items():
                said = " – ".join(map(plain, part.values())) if isinstance(part, dict) else plain(part)
                yield {"art": "punkt", "text": rich(f"{label(key)}: {said}")}
    elif isinstance(value, list) and isinstance(value[0], dict):
        yield from entries(value)
    elif isinstance(value, list):
        yield from ({"art": "punkt", "text": rich(str(part))} for part in value)
    else:
        yield from prose(str(value))


def entries(value: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """A list of things: a table, or for each its text and a table of what belongs to it."""
    if any(isinstance(part, list) and isinstance(part[0], dict) for one in value for part in one.values()):
        for one in value:
            inner = [part for part in one.values() if isinstance(part, list)]
            said = ": ".join(plain(part) for part in one.values() if not isinstance(part, list))
            yield {"art": "absatz", "text": rich(said)}
            for part in inner:
                yield from entries(part)
        return
    keys = list(dict.fromkeys(key for one in value for key in one))
    rows = [[plain(one.get(key, "")) for key in keys] for one in value]
    yield {"art": "tabelle", "zeilen": [list(map(label, keys)), *rows]}


def at(data: dict[str, Any], path: list[str]) -> Any:
    """The answer to a question; empty if there is none."""
    for key in path:
        data = data.get(key, {})
    return data or ""


def main(names: list[str], template: str, questions: list[dict[str, Any]], out: Path) -> None:
    """Write a Word file for each report."""
    yaml = YAML(typ="safe")
    for number, name in enumerate(names):
        data = yaml.load(Path(name).read_bytes())
        body = yaml.load((Path(name).parents[1] / "kmut.yaml").read_bytes())
        paper = DocxTemplate(template)
        asked = [{**one, "antwort": list(answer(at(data, one["pfad"])))} for one in questions]
        context = {"titel": "Detaillierter Tätigkeitsbericht", "kommune": body["kommune"]["name"]}
        paper.render({**context, "jahr": data["berichtsjahr"], "fragen": asked}, autoescape=True)
        paper.save(out / f"{number}.docx")


if __name__ == "__main__":
    files = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    main(files, sys.argv[2], json.loads(Path(sys.argv[3]).read_text(encoding="utf-8")), Path(sys.argv[4]))

"""Text to plain data by libyaml, with everything that is wrong with its notation."""

from __future__ import annotations

from typing import Any

from kmut_cli.source import libyaml
from kmut_cli.source.builder import Builder
from kmut_cli.source.lines import Lines
from kmut_cli.source.lost_text import lost_question_marks, lost_to_comments
from kmut_cli.source.problem import Problem
from kmut_cli.source.rules_file import EMPTY
from kmut_cli.source.rules_structure import NO_MAPPING


def parse(text: str, lines: Lines) -> tuple[Any, list[Problem]]:
    """Read any text.

    Args:
        text: As ``decode`` gives it.
        lines: Its lines.

    Returns:
        The data, None if nothing could be built; and the problems.
    """
    builder = Builder(text, lines)
    try:
        builder.run()
    except libyaml.YamlError as error:
        from kmut_cli.source.syntax import explain

        return None, [*builder.problems, explain(error, text, lines, builder.last)]
    problems = builder.problems
    if builder.data is None and not problems:
        problems.append(_empty(text))
    elif builder.root is not None and isinstance(builder.data, str | list):
        problems.append(_no_mapping(builder.root, text, lines))
    if builder.data is not None:
        problems += lost_to_comments(text) + lost_question_marks(text)
    return builder.data, problems


def _empty(text: str) -> Problem:
    message = "Die Datei enthält nur Kommentare." if "#" in text else "Die Datei ist leer."
    help_ = "Beginnen Sie mit „dokument:“ und „gliederung:“; „kmut explain KM104“ sagt mehr."
    return Problem(EMPTY, message, help_)


def _no_mapping(root: tuple[int, int], text: str, lines: Lines) -> Problem:
    from kmut_cli.source.scene import glued_key

    glued = glued_key(text, lines, lines.number(root[0]), lines.number(max(root[1] - 1, 0)))
    if glued is not None:
        return glued
    message = "Die Datei besteht nicht aus Zeilen der Form „schluessel: Wert“."
    help_ = "Beginnen Sie mit „dokument:“; Listen und Texte stehen unter einem Schlüssel."
    return Problem(NO_MAPPING, message, help_, *root)

"""Why a place is no YAML: libyaml's error told as the mistake that a person made.

libyaml names what its grammar missed, not what went wrong, and often one line too late. So each of
its problems leads to a look at the lines around; its English texts serve as keys and are never shown.
"""

from __future__ import annotations

import re
from dataclasses import replace

from kmut_cli.source import libyaml, syntax_texts
from kmut_cli.source.keys import ODD_SPACES
from kmut_cli.source.lines import Lines
from kmut_cli.source.problem import Problem
from kmut_cli.source.rules_structure import BAD_KEY, ODD_SPACE
from kmut_cli.source.rules_syntax import (
    COLON_IN_TEXT,
    ESCAPE,
    INDENTATION,
    LIST_ON_KEY_LINE,
    NO_COLON,
    SIGN_IN_BRACKETS,
    SPECIAL_START,
    SYNTAX,
    TAB,
    TEXT_AFTER_BRACKET,
    TEXT_AFTER_QUOTE,
    UNCLOSED_BRACKET,
    UNCLOSED_QUOTE,
)
from kmut_cli.source.scene import Scene, glued_key, problem_of

_TAB_INDENT = re.compile(r"^ *\t")
_ODD_INDENT = re.compile(rf"^[ ]*{ODD_SPACES.pattern}")


def explain(error: Exception, text: str, lines: Lines, last: libyaml.Event | None) -> Problem:
    """Say what is wrong at the place where libyaml stopped.

    Args:
        error: What it raised.
        text: The whole text.
        lines: Its lines.
        last: The last scalar that was read before.
    """
    mark = getattr(error, "problem_mark", None)
    context_mark = getattr(error, "context_mark", None)
    at = min(mark.index, len(text)) if mark is not None else 0
    scene = Scene(
        text,
        lines,
        str(getattr(error, "problem", None) or ""),
        str(getattr(error, "context", None) or ""),
        at,
        min(context_mark.index, len(text)) if context_mark is not None else at,
        (last.start_mark.index, last.end_mark.index, last.style) if last is not None else None,
    )
    return _blanks(scene) or _by_problem(scene) or problem_of(SYNTAX, scene.at, scene.at + 1)


def _blanks(scene: Scene) -> Problem | None:
    """Tabs and odd blanks at the start of the line, or of the one where the context began."""
    for number in dict.fromkeys((scene.line, scene.lines.number(scene.context_at))):
        line, start = scene.lines.line_text(number), scene.lines.start(number)
        if match := _TAB_INDENT.match(line):
            return problem_of(TAB, start + match.end() - 1, start + match.end())
        if match := _ODD_INDENT.match(line):
            return problem_of(ODD_SPACE, start + match.end() - 1, start + match.end())
    return None


def _by_problem(scene: Scene) -> Problem | None:
    problem = scene.problem
    if "quoted scalar" in scene.context:
        return _in_quotes(scene)
    if problem == "mapping values are not allowed in this context":
        return _stray_colon(scene)
    if problem == "could not find expected ':'":
        return _no_colon(scene)
    if problem in ("did not find expected key", "did not find expected '-' indicator"):
        return _after_quote(scene) or _special_before(scene) or _after_bracket(scene) or _indentation(scene)
    if "flow" in scene.context and problem.startswith("did not find expected"):
        return _in_brackets(scene)
    if problem == "found unexpected ':'":
        return problem_of(SIGN_IN_BRACKETS, scene.at, scene.at + 1, ":")
    if problem == "block sequence entries are not allowed in this context":
        return problem_of(LIST_ON_KEY_LINE, scene.at, scene.at + 1)
    if problem == "found character that cannot start any token":
        return _special(scene, scene.at)
    if scene.context in syntax_texts.SPECIAL_CONTEXTS:
        return _special(scene, scene.context_at)
    return None


def _in_quotes(scene: Scene) -> Problem:
    if scene.problem.startswith("found unexpected"):
        rest = scene.lines.line_text(scene.lines.number(scene.context_at))
        end = scene.lines.start(scene.lines.number(scene.context_at)) + len(rest)
        return problem_of(UNCLOSED_QUOTE, scene.context_at, end, scene.text[scene.context_at : scene.context_at + 1])
    # The mark stands behind the backslash and its letter, so look back for it.
    at = scene.text.rfind("\\", scene.context_at, scene.at + 1)
    return problem_of(ESCAPE, max(at, scene.context_at), max(at, scene.context_at) + 2)


def _stray_colon(scene: Scene) -> Problem:
    """A colon where none can be: inside a text, or behind a text that ran on from the line before."""
    if scene.last is not None:
        start, end, style = scene.last
        first = scene.lines.number(start)
        if first < scene.line and end == scene.at and not style:
            glued = glued_key(scene.text, scene.lines, first, scene.line - 1)
            line_start = scene.lines.start(scene.line)
            indent = len(scene.text[line_start : scene.at]) - len(scene.text[line_start : scene.at].lstrip())
            return glued or problem_of(INDENTATION, line_start + indent, scene.at)
    return problem_of(COLON_IN_TEXT, scene.at, scene.at + 1)


def _no_colon(scene: Scene) -> Problem:
    number = scene.lines.number(scene.context_at)
    glued = glued_key(scene.text, scene.lines, number, number)
    start = scene.lines.start(number)
    return glued or problem_of(NO_COLON, scene.context_at, start + len(scene.lines.line_text(number).rstrip()))


def _after_quote(scene: Scene) -> Problem | None:
    """Text behind a closing quote; if the quoted text runs over lines, its first quote was not closed in time."""
    if scene.last is None:
        return None
    start, end, style = scene.last
    if style not in ("'", '"') or scene.lines.number(max(end - 1, 0)) != scene.line or scene.at < end:
        return None
    if scene.lines.number(start) < scene.line:
        line = scene.lines.number(start)
        return problem_of(UNCLOSED_QUOTE, start, scene.lines.start(line) + len(scene.lines.line_text(line)), style)
    return problem_of(
        TEXT_AFTER_QUOTE, scene.at, scene.lines.start(scene.line) + len(scene.lines.line_text(scene.line))
    )


def _after_bracket(scene: Scene) -> Problem | None:
    """Text behind a closing bracket of the same line."""
    start = scene.lines.start(scene.line)
    if not scene.text[start : scene.at].rstrip().endswith(("]", "}")):
        return None
    return problem_of(TEXT_AFTER_BRACKET, scene.at, start + len(scene.lines.line_text(scene.line)))


def _in_brackets(scene: Scene) -> Problem:
    """Something between brackets: text behind a part that is complete, a sign, or else comma or bracket missing."""
    found = _after_quote(scene) or _after_bracket(scene)
    if found is not None:
        return found
    char, after = scene.text[scene.at : scene.at + 1], scene.text[scene.at + 1 : scene.at + 2]
    same_line = scene.lines.number(scene.context_at) == scene.line
    if same_line and char == ":" and after.isspace():
        # Here it may as well be the comma before it that is missing.
        return replace(problem_of(COLON_IN_TEXT, scene.at, scene.at + 1), help=syntax_texts.COLON_IN_BRACKETS)
    if same_line and char and char in "?:":
        return problem_of(SIGN_IN_BRACKETS, scene.at, scene.at + 1, char)
    return problem_of(UNCLOSED_BRACKET, scene.context_at, scene.context_at + 1)


def _special_before(scene: Scene) -> Problem | None:
    """An alias or anchor in the same line that was meant as text: ``*wichtig* ist``, ``&Co KG``."""
    start = scene.lines.start(scene.line)
    match = re.search(r"(?:^|[:-] +)([*&])\S", scene.text[start : scene.at])
    return _special(scene, start + match.start(1)) if match else None


def _special(scene: Scene, at: int) -> Problem:
    char = scene.text[at : at + 1]
    if char == "\t":
        return problem_of(TAB, at, at + 1)
    return problem_of(SPECIAL_START, at, at + 1, char)


def _indentation(scene: Scene) -> Problem:
    line = scene.lines.line_text(scene.line)
    column = scene.at - scene.lines.start(scene.line)
    if line[:column].strip():  # something stands before it: then it is not the indentation
        return problem_of(SYNTAX, scene.at, scene.at + 1)
    if line[column:].startswith(":"):
        return problem_of(BAD_KEY, scene.at, scene.at + 1)
    return problem_of(INDENTATION, scene.at, scene.lines.start(scene.line) + len(line))

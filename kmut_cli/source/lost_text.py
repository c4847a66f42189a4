"""Characters that go missing without an error: ``Raum #12`` is read as ``Raum``, ``[?x]`` as ``[x: ]``."""

from __future__ import annotations

import re

from kmut_cli.source import libyaml
from kmut_cli.source.problem import Problem
from kmut_cli.source.rules_structure import LOST_TO_COMMENT
from kmut_cli.source.rules_syntax import SIGN_IN_BRACKETS
from kmut_cli.source.syntax_texts import TEXTS

# They begin with the one character that is rare, and only then look back: so a long text is passed over quickly.
# „Beschluss # 12“ is no comment either: those begin with words.
_GLUED_HASH = re.compile(r"#(?<=[ \t]#)(?:[^\s#!]|[ \t]+\d)[^\r\n]*")
_GLUED_QUESTION_MARK = re.compile(r"\?(?=[^\s,\]}])")
_MAX = 20


def lost_to_comments(text: str) -> list[Problem]:
    """Find comments without a space after ``#`` directly behind an unquoted text; at most 20.

    The first document must be YAML. A look at the events is only taken if there is such a ``#`` at all.
    """
    candidates = {_behind_text(text, match.start(), " \t"): match for match in _GLUED_HASH.finditer(text)}
    if not candidates:
        return []
    help_ = "Setzen Sie den ganzen Text in Anführungszeichen; ein Kommentar beginnt mit „#“ und Leerzeichen."
    problems = []
    for event in libyaml.first_document(text):
        if type(event) is not libyaml.ScalarEvent or event.style or not event.value:
            continue
        match = candidates.get(event.end_mark.index)
        if match is not None:
            message = f"Ab „{match.group()[:20].rstrip()}“ ist der Text ein Kommentar und gehört nicht zur Antwort."
            problems.append(Problem(LOST_TO_COMMENT, message, help_, match.start(), match.end()))
            if len(problems) >= _MAX:
                break
    return problems


def lost_question_marks(text: str) -> list[Problem]:
    """Find question marks that begin a text in brackets; libyaml takes them for the mark of a key; at most 20."""
    behind = set()
    for match in _GLUED_QUESTION_MARK.finditer(text):
        before = _behind_text(text, match.start(), " \t\r\n")
        if before > 0 and text[before - 1] in "[{,":
            behind.add(match.end())
    if not behind:
        return []
    message, help_ = TEXTS[SIGN_IN_BRACKETS.code]
    starts = (event.start_mark.index for event in libyaml.first_document(text) if type(event) is libyaml.ScalarEvent)
    found = [start for start in starts if start in behind][:_MAX]
    return [Problem(SIGN_IN_BRACKETS, message.format(name="?"), help_, start - 1, start) for start in found]


def _behind_text(text: str, at: int, blanks: str) -> int:
    """Offset behind the last character before ``at`` that is no blank."""
    while at > 0 and text[at - 1] in blanks:
        at -= 1
    return at

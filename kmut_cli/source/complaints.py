"""What the builder objects to: each function tells one problem, where it stands and how to mend it."""

from __future__ import annotations

from kmut_cli.findings import limits
from kmut_cli.findings.finding import dotted
from kmut_cli.findings.rule import Rule
from kmut_cli.source import libyaml
from kmut_cli.source.decode import FORBIDDEN, describe
from kmut_cli.source.problem import Problem
from kmut_cli.source.rules_file import BAD_CHARACTER, TOO_MANY_VALUES
from kmut_cli.source.rules_structure import (
    BAD_KEY,
    DUPLICATE_KEY,
    MERGE_KEY,
    ODD_SPACE,
    SEVERAL_DOCUMENTS,
    TAG,
    TOO_DEEP,
)
from kmut_cli.source.syntax_texts import TEXTS


def _span(event: libyaml.Event) -> tuple[int, int]:
    """Offsets of an event; block collections have no width of their own."""
    start = event.start_mark.index
    return (start, max(event.end_mark.index, start + 1))


def tag(event: libyaml.Event, text: str, location: str) -> Problem:
    """A tag such as ``!!str``; an anchor may stand before it."""
    at = max(text.find("!", event.start_mark.index), 0)
    word = text[at : at + 40].split(None, 1)[0]
    message = f"„{word}“ am Anfang eines Werts ist in YAML eine Typangabe und kein Text."
    help_ = "Soll es Text sein, setzen Sie den ganzen Wert in Anführungszeichen; sonst löschen Sie es."
    return Problem(TAG, message, help_, at, at + len(word), location)


def escaped_character(event: libyaml.Event, location: str) -> Problem:
    """A forbidden character that was written with a backslash."""
    found = FORBIDDEN.search(event.value)
    char = found.group() if found else "\r"
    message = f"Dieser Text enthält ein unsichtbares, unerlaubtes Zeichen: {describe(char)}, geschrieben mit „\\“."
    help_ = "Löschen Sie die Zeichenfolge mit dem Rückstrich; für Dateipfade nehmen Sie einfache Anführungszeichen."
    return Problem(BAD_CHARACTER, message, help_, *_span(event), location)


def duplicate_key(event: libyaml.Event, key: str, first_line: int, parent: str) -> Problem:
    """A key that stands in line ``first_line`` already; ``parent`` is the path of the mapping."""
    message = f"Der Schlüssel „{key}“ steht hier zum zweiten Mal; zuerst steht er in Zeile {first_line}."
    help_ = "Führen Sie beide Angaben zusammen oder löschen Sie eine davon."
    return Problem(DUPLICATE_KEY, message, help_, *_span(event), dotted((parent, key) if parent else (key,)))


def bad_key(rule: Rule, event: libyaml.Event, location: str) -> Problem:
    """A key that breaks ``rule`` (see ``keys.key_rule``)."""
    message, help_ = _BAD_KEYS[rule.code]
    return Problem(rule, message, help_, *_span(event), location)


_BAD_KEYS = {
    BAD_KEY.code: TEXTS[BAD_KEY.code],
    MERGE_KEY.code: (
        "Der Einfügeschlüssel „<<“ wird nicht unterstützt.",
        "Schreiben Sie die Angaben an dieser Stelle aus; Stammdaten stehen einmal in kmut.yaml.",
    ),
    ODD_SPACE.code: (
        "In diesem Schlüssel oder davor steht ein besonderes Leerzeichen (aus Word oder einer Webseite).",
        "Löschen Sie den Abstand und tippen Sie gewöhnliche Leerzeichen.",
    ),
}


def collection_as_key(event: libyaml.Event, location: str) -> Problem:
    """A list or mapping in the place of a key."""
    message = "Eine Liste oder Klammer kann kein Schlüssel sein."
    help_ = "Schreiben Sie ein Wort vor den Doppelpunkt; Text mit Klammern steht in Anführungszeichen."
    return Problem(BAD_KEY, message, help_, *_span(event), location)


def too_deep(event: libyaml.Event) -> Problem:
    """One level of nesting too many."""
    message = f"Mehr als {limits.TIEFE.text} sind ineinander verschachtelt; ab hier wurde nicht weiter gelesen."
    help_ = f"Prüfen Sie die Klammern und die Einrückung. {limits.TIEFE.hinweis}"
    return Problem(TOO_DEEP, message, help_, *_span(event))


def too_many_values(event: libyaml.Event) -> Problem:
    """One key or value too many."""
    message = f"Die Datei hat mehr als {limits.ANGABEN.text}; ab hier wurde nicht weiter gelesen."
    help_ = f"Prüfen Sie, ob es die richtige Datei ist, oder teilen Sie sie auf. {limits.ANGABEN.hinweis}"
    return Problem(TOO_MANY_VALUES, message, help_, *_span(event))


def second_document(event: libyaml.Event) -> Problem:
    """The start of a further document."""
    message = "Hier beginnt mit „---“ ein zweites Dokument; alles ab hier wird nicht gelesen."
    help_ = "Teilen Sie die Datei auf oder löschen Sie die Zeile; in einem Textblock rücken Sie sie mit ein."
    return Problem(SEVERAL_DOCUMENTS, message, help_, *_span(event))

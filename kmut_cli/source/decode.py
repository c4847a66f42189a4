"""From bytes to text: encodings, and characters that no text should hold."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from kmut_cli.findings import limits
from kmut_cli.source.problem import Problem
from kmut_cli.source.rules_file import BAD_CHARACTER, MERGE_CONFLICT, NOT_TEXT, NOT_UTF8, TOO_LARGE

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""What XML (and so Word) cannot hold, what libyaml refuses, and line ends that no editor shows as such."""

_NAMES = {
    "\x00": "Nullzeichen",
    "\x07": "Signalton",
    "\x08": "Rückschritt",
    "\x0b": "Zeilenwechsel aus Word",
    "\x0c": "Seitenwechsel",
    "\r": "Wagenrücklauf",
    "\x1b": "Escape-Zeichen",
    "\x7f": "Löschzeichen",
    "\x85": "Zeilenwechsel",
    "\u2028": "Zeilentrenner",
    "\u2029": "Absatztrenner",
    "\ufeff": "Byte-Reihenfolge-Marke",
}

_BINARY = {
    b"PK\x03\x04": "ein Word-, Excel- oder ZIP-Dokument",
    b"%PDF": "ein PDF-Dokument",
    b"\xd0\xcf\x11\xe0": "ein älteres Word- oder Excel-Dokument",
    b"{\\rtf": "ein RTF-Dokument",
    b"\x89PNG": "ein Bild",
    b"\xff\xd8\xff": "ein Bild",
    b"GIF8": "ein Bild",
}

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)

# Bytes that are no UTF-8 arrive as lone surrogates; read them as Windows-1252, which has five gaps.
_AS_CP1252 = {0xDC00 + byte: bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0x100)}
_NO_UTF8 = re.compile("[\udc80-\udcff]")

_SAVE_AS_UTF8 = (
    "Speichern Sie die Datei mit der Codierung UTF-8: in VS Code unten rechts auf die Codierung klicken, "
    "„Mit Codierung speichern“, „UTF-8“; im Windows-Editor „Speichern unter“, Codierung „UTF-8“."
)
_REOPEN_AS_UTF8 = (
    "In VS Code unten rechts auf die Codierung klicken, „Mit Codierung erneut öffnen“, „Western (Windows 1252)“, "
    "danach „Mit Codierung speichern“, „UTF-8“; im Windows-Editor „Speichern unter“, Codierung „UTF-8“."
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file as text.

    Attributes:
        text: Without a byte order mark; forbidden characters are replaced by U+FFFD, one for one.
        problems: What was wrong with the bytes.
        parseable: Whether reading on makes sense.
    """

    text: str
    problems: tuple[Problem, ...] = ()
    parseable: bool = True


def decode(content: bytes) -> Decoded:
    """Turn bytes into text; anything that is text at all is guessed rather than refused.

    Returns:
        The text with its problems. UTF-8 with or without a byte order mark has none; UTF-16, UTF-32
        and Windows-1252 are a problem each, but are read on, so that one run shows all errors.
    """
    if len(content) > limits.DATEI.wert:
        message = f"Die Datei ist größer als {limits.DATEI.text} und wurde nicht gelesen."
        help_ = (
            "Prüfen Sie, ob es die richtige Datei ist; Anlagen gehören als eigene Dateien daneben."
            f" {limits.DATEI.hinweis}"
        )
        return Decoded("", (Problem(TOO_LARGE, message, help_),), parseable=False)
    for start, name in _BINARY.items():
        if content.startswith(start):
            return _not_text(f"Das ist {name} und keine Textdatei.")
    text, problem = _to_text(content)
    if problem is not None and problem.rule is NOT_TEXT:
        return Decoded("", (problem,), parseable=False)
    problems = [problem] if problem is not None else []
    if (problems or _may_hold_forbidden(content, text)) and FORBIDDEN.search(text):
        problems += _forbidden(text)
        text = FORBIDDEN.sub("\ufffd", text)
    conflicts = _conflicts(text)
    return Decoded(text, (*problems, *conflicts), parseable=not conflicts)


def _not_text(message: str) -> Decoded:
    help_ = "Legen Sie eine Textdatei an, deren Name auf .yaml endet, und übertragen Sie den Inhalt."
    return Decoded("", (Problem(NOT_TEXT, message, help_),), parseable=False)


def _to_text(content: bytes) -> tuple[str, Problem | None]:
    for bom, codec, name in _BOMS:
        if content.startswith(bom):
            return _wide(content[len(bom) :], codec, name)
    if content[1:2] == b"\0" != content[:1] and content[3:4] in (b"", b"\0"):
        return _wide(content, "utf-16-le", "UTF-16")
    if content[:1] == b"\0" != content[1:2] and content[2:3] in (b"", b"\0") and len(content) > 1:
        return _wide(content, "utf-16-be", "UTF-16")
    try:
        return content.removeprefix(codecs.BOM_UTF8).decode(), None
    except UnicodeDecodeError as error:
        if b"\0" in content:
            return "", _not_text("Die Datei enthält keinen lesbaren Text.").problems[0]
        return _guess_cp1252(content.removeprefix(codecs.BOM_UTF8), error.start)


def _wide(content: bytes, codec: str, name: str) -> tuple[str, Problem]:
    message = f"Die Datei ist als {name} („Unicode“) gespeichert statt als UTF-8."
    return content.decode(codec, "replace"), Problem(NOT_UTF8, message, _SAVE_AS_UTF8)


def _guess_cp1252(content: bytes, at: int) -> tuple[str, Problem]:
    raw = content.decode("utf-8", "surrogateescape")
    first = _NO_UTF8.search(raw)
    start = first.start() if first else 0
    count = len(raw) - len(_NO_UTF8.sub("", raw)) - 1  # without a list of millions of characters
    text = raw.translate(_AS_CP1252)
    more = f"; es gibt noch {count} solche Stelle{'n' if count > 1 else ''}" if count > 0 else ""
    meant = f", gemeint ist wohl „{text[start]}“" if text[start] != "\ufffd" else ""
    message = f"Die Datei ist nicht als UTF-8 gespeichert: Byte {content[at]:02X} ist nicht lesbar{meant}{more}."
    return text, Problem(NOT_UTF8, message, _REOPEN_AS_UTF8, start, start + 1)


_CONTROLS = bytes({*range(0x20), 0x7F} - set(b"\t\n\r"))
_MORE_CONTROLS = re.compile(b"\xc2[\x80-\x9f]")
_OTHERS = "\u2028\u2029\ufeff\ufffe\uffff"


def _may_hold_forbidden(content: bytes, text: str) -> bool:
    """Look for ``FORBIDDEN`` in UTF-8, where it is found in a tenth of the time, and no surrogates can stand.

    Args:
        content: The bytes.
        text: What they were decoded to, without the byte order mark that they may begin with.
    """
    if any(map(content.__contains__, _CONTROLS)) or any(map(text.__contains__, _OTHERS)):
        return True
    return b"\xc2" in content and _MORE_CONTROLS.search(content) is not None


def describe(char: str) -> str:
    """Name a forbidden character for a person: ``Nullzeichen (U+0000)``."""
    return f"{_NAMES.get(char, 'Steuerzeichen')} (U+{ord(char):04X})"


def _forbidden(text: str) -> list[Problem]:
    """One problem per kind of character, at its first place."""
    problems = []
    for char in sorted(filter(FORBIDDEN.match, set(text)), key=text.index):
        count = text.count(char)
        more = f" Es kommt noch {count - 1}-mal vor." if count > 1 else ""
        message = f"Hier steht ein unsichtbares, unerlaubtes Zeichen: {describe(char)}.{more}"
        help_ = "Löschen Sie es; steht es für eine neue Zeile, drücken Sie dort die Eingabetaste."
        at = text.index(char)
        problems.append(Problem(BAD_CHARACTER, message, help_, at, at + 1))
    return problems


_CONFLICT = re.compile(r"^<<<<<<<(?: [^\r\n]*)?(?=\r?$)", re.MULTILINE)
_MAX_CONFLICTS = 100


def _conflicts(text: str) -> list[Problem]:
    if "<<<<<<<" not in text:
        return []
    message = "Hier hat git zwei Fassungen hintereinander geschrieben; eine davon muss weg."
    help_ = "Löschen Sie die Fassung, die nicht gilt, und die Zeilen mit <<<<<<<, ======= und >>>>>>>."
    found = [Problem(MERGE_CONFLICT, message, help_, match.start(), match.end()) for match in _CONFLICT.finditer(text)]
    return found[:_MAX_CONFLICTS]

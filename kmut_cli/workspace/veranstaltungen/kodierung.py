"""From the bytes of an exported file to its text."""

from __future__ import annotations

import codecs
import re

from kmut_cli.findings import limits
from kmut_cli.workspace.veranstaltungen.einlesung import EinleseError

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def entschluessle(inhalt: bytes) -> str:
    """Decode what programs export: UTF-8 with or without mark, UTF-16 with it, else the code page of Windows.

    Raises:
        EinleseError: The file is too large, empty, or no text.
    """
    if len(inhalt) > limits.TERMINDATEI.wert:
        hilfe = f"Exportieren Sie nur die Zeit, die Sie brauchen. {limits.TERMINDATEI.hinweis}"
        raise EinleseError(f"Die Datei ist größer als {limits.TERMINDATEI.text}.", hilfe)
    kodierung = next((name for bom, name in _BOMS if inhalt.startswith(bom)), "utf-8")
    try:
        text = inhalt.decode(kodierung)
    except UnicodeDecodeError:
        # Five bytes stand for nothing in that code page; with them the file is most likely no text at all.
        text = inhalt.decode("cp1252", "replace")
    if "\0" in text:
        raise EinleseError("Die Datei ist keine Textdatei.", "Exportieren Sie sie als .ics oder .csv.")
    if not text.strip():
        raise EinleseError("Die Datei ist leer.")
    return text


def zeilen(text: str) -> list[str]:
    """Split a text where the formats end a line; ``splitlines`` knows more ends, which here are part of a text."""
    return re.split(r"\r\n|\r|\n", text)

"""From the bytes of a file of figures to its text, or a finding that says why it is none."""

from __future__ import annotations

import codecs
import re
from dataclasses import replace

from kmut_cli.findings import limits
from kmut_cli.findings.finding import Finding
from kmut_cli.findings.rule import Rule
from kmut_cli.source.lines import Lines
from kmut_cli.workspace.monitoring.rules import KEINE_STATISTIK, KODIERUNG, ZEILE
from kmut_cli.workspace.monitoring.tabelle import NEU_LADEN

_FREMD = {
    b"PK\x03\x04": ("ein ZIP-Archiv oder eine Excel-Datei", "Entpacken Sie das Archiv, und nennen Sie die .csv darin."),
    b"\xd0\xcf\x11\xe0": ("eine ältere Excel-Datei", "Laden Sie die Zahlen im Format CSV („flat“) herunter."),
    b"%PDF": ("ein PDF-Dokument", "Laden Sie die Zahlen im Format CSV („flat“) herunter."),
    b"<!DOCTYPE": ("eine Internetseite", "Speichern Sie nicht die Seite, sondern die Datei, die sie anbietet."),
    b"<html": ("eine Internetseite", "Speichern Sie nicht die Seite, sondern die Datei, die sie anbietet."),
}
# „ä“ in UTF-8, read as Windows' code page and saved again, and the umlauts of DOS between two letters.
_ZWEIMAL = re.compile("Ã[¤¶¼„–œŸ]")
_DOS = re.compile("(?<=[A-Za-z])[„”](?=[a-z])")
_FOLGE = re.compile(rb"[\xc3][\x80-\xbf]")


def entschluessle(name: str, inhalt: bytes) -> str | Finding:
    """Decode what the offices offer: UTF-8 with or without mark, UTF-16 with it, ISO-8859-1 or Windows-1252.

    Args:
        name: The file as the user named it.
        inhalt: Its bytes; of a file that is too large, at least one more than the limit.

    Returns:
        The text without a mark, or what is wrong with the file.
    """
    if len(inhalt) > limits.STATISTIKDATEI.wert:
        grund = f"Die Datei ist größer als {limits.STATISTIKDATEI.text} und wurde nicht gelesen."
        hilfe = f"Wählen Sie beim Herunterladen nur Ihr Gebiet oder weniger Jahre. {limits.STATISTIKDATEI.hinweis}"
        return KEINE_STATISTIK.finding(name, grund, hilfe)
    anfang = inhalt.removeprefix(codecs.BOM_UTF8).lstrip()[:9]
    for kennung, (was, stattdessen) in _FREMD.items():
        if anfang.upper().startswith(kennung.upper()):
            return KEINE_STATISTIK.finding(name, f"Das ist {was} und keine CSV-Datei.", stattdessen)
    text = _entschluesselt(name, inhalt)
    if isinstance(text, Finding):
        return text
    if not text.strip():
        return KEINE_STATISTIK.finding(name, "Die Datei ist leer.", NEU_LADEN)
    if "\0" in text:
        return KEINE_STATISTIK.finding(name, "Die Datei enthält keinen lesbaren Text.", NEU_LADEN)
    return _verdorben(name, text) or text


def _entschluesselt(name: str, inhalt: bytes) -> str | Finding:
    if inhalt.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return inhalt.decode("utf-16")
        except UnicodeDecodeError:
            text = "Die Datei bricht mitten in einem Zeichen ab; sie ist wohl abgeschnitten."
            return ZEILE.finding(name, text, NEU_LADEN)
    ohne_marke = inhalt.removeprefix(codecs.BOM_UTF8)
    try:
        return ohne_marke.decode()
    except UnicodeDecodeError as fehler:
        # With the mark, or with letters that are UTF-8, the file is UTF-8 that has come to harm.
        if ohne_marke is inhalt and not _FOLGE.search(inhalt[: fehler.start]):
            try:
                return inhalt.decode("cp1252")
            except UnicodeDecodeError as zweiter:
                return _unlesbar(name, inhalt.decode("cp1252", "replace"), zweiter.start, inhalt[zweiter.start])
        lesbar = ohne_marke.decode("utf-8", "replace")
        stelle = len(ohne_marke[: fehler.start].decode("utf-8", "replace"))
        if fehler.end == len(ohne_marke) and fehler.reason == "unexpected end of data":
            return _an(name, ZEILE, lesbar, stelle, "Die Datei bricht mitten in einem Zeichen ab.", NEU_LADEN)
        return _unlesbar(name, lesbar, stelle, ohne_marke[fehler.start])


def _unlesbar(name: str, text: str, stelle: int, byte: int) -> Finding:
    grund = f"Byte {byte:02X} ist weder in UTF-8 noch in Windows-1252 an dieser Stelle lesbar."
    return _an(name, KODIERUNG, text, stelle, grund, NEU_LADEN)


def _verdorben(name: str, text: str) -> Finding | None:
    """Find letters that an earlier program has lost."""
    if (stelle := text.find("\ufffd")) >= 0:
        return _an(name, KODIERUNG, text, stelle, "Hier ist ein Umlaut verloren gegangen.", NEU_LADEN)
    if treffer := _ZWEIMAL.search(text) or _DOS.search(text):
        grund = "Die Umlaute sind entstellt: Die Datei wurde mit einer falschen Codierung geöffnet und gespeichert."
        return _an(name, KODIERUNG, text, treffer.start(), grund, NEU_LADEN)
    return None


def _an(name: str, rule: Rule, text: str, stelle: int, meldung: str, hilfe: str) -> Finding:
    ort = Lines(text).place(stelle, stelle + 1)
    finding = rule.finding(name, meldung, hilfe)
    return replace(finding, line=ort.line, column=ort.column, end_column=ort.end_column, source_line=ort.text)

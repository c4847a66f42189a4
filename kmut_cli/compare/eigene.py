"""Whether a file is an earlier output of ``kmut compare``: only such a one may be replaced by a new one."""

from __future__ import annotations

import json
import re

_DOKUMENT = r"(?:Alt:|Dieses Dokument)\s"
_ANFANG = {
    "text": re.compile(
        rf"(?:! [^\n]*\n(?:[^\n]+\n)*\n)?(?:[^\n]+\n)+?=+\n{_DOKUMENT}"
        r"|Antrag:\s(?:[^\n]+\n)*?[^\n]+\)\nBericht:\s"
    ),
    "md": re.compile(
        rf"# Vergleich\n\n(?:\*\*Achtung:\*\* [^\n]*\n\n)*## [^\n]*\n\n{_DOKUMENT}"
        r"|# Antrag und Bericht\n\nAntrag: [^\n]*\n\nBericht: "
    ),
    "html": re.compile(
        r'<!DOCTYPE html>\n<html lang="de">\n<head>\n(?:<meta [^\n]*>\n)*?<meta http-equiv="Content-Security-Policy"'
        r"[^\n]*>\n<title>(?:Vergleich|Antrag und Bericht)</title>\n<style>\n"
    ),
}
"""How the forms for people begin, with a comparison and with a plan."""
_SCHLUESSEL = ({"notes", "comparisons"}, {"notes", "plan", "report", "only_in_report"})


def ist_eigene(format: str, inhalt: bytes) -> bool:
    """Tell whether a file was made by ``kmut compare``.

    Args:
        format: The form that it is to have: ``text``, ``md``, ``json`` or ``html``.
        inhalt: Its bytes.

    Returns:
        True if it begins as that form does, or if it is empty, for then nothing is lost.
    """
    text = inhalt.decode("utf-8", "replace").replace("\r\n", "\n")
    if not text.strip():
        return True
    if format != "json":
        return _ANFANG[format].match(text) is not None
    try:
        daten = json.loads(text)
    except (ValueError, RecursionError):
        return False
    return isinstance(daten, dict) and (set(daten) == _SCHLUESSEL[0] or _SCHLUESSEL[1] <= set(daten))

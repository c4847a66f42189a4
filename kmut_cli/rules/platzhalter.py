"""KM412: a placeholder was left standing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kmut_cli.documents.gelesen import Gelesen
from kmut_cli.documents.meldungen import kurz
from kmut_cli.findings.finding import Finding, Loc, Severity
from kmut_cli.findings.rule import Example, Rule
from kmut_cli.rules.hilfen.einfuegereste import HOECHSTENS
from kmut_cli.rules.hilfen.werte import antworttexte
from kmut_cli.rules.pruefling import Pruefling
from kmut_cli.source.reader import Source

STEHENGEBLIEBEN = Rule(
    "KM412",
    "Ein Platzhalter ist stehen geblieben",
    Severity.WARNING,
    "Wörter wie `TODO`, `xxx`, `???` oder „hier eintragen“ zeigen beim Schreiben, was noch fehlt; im fertigen"
    " Dokument haben sie nichts verloren. Mit `status: final` ist das ein Fehler. Auslassungspunkte in einem Satz"
    " oder Zitat sind kein Platzhalter, wohl aber „…“ als ganze Antwort. Was Sie sich nur merken wollen, schreiben"
    " Sie hinter `#`: Solche Notizen kommen nicht ins Dokument.",
    Example("aufgaben:\n  kmn: |\n    Wir haben an vier Treffen teilgenommen.\n    TODO: Termine ergänzen\n"),
    Example("aufgaben:\n  # noch die Termine ergänzen\n  kmn: |\n    Wir haben an vier Treffen teilgenommen.\n"),
)
RULES = (STEHENGEBLIEBEN,)

_AUFTRAG = (
    r"(?:(?:bitte|noch|text|name|namen|datum|anzahl|zahl|ort|antwort|angaben|beschreibung)\s+){0,3}"
    r"(?:hier|bitte)\s+(?:noch\s+)?(?:eintragen|einfügen|einsetzen|ergänzen|ausfüllen)"
)
# „hier eintragen“ as an order stands alone in its line, or begins a sentence or bracket and ends it too; in „Vereine
# können sich hier eintragen“, wherever its lines break, it is none.
# Blanks are few and never given back, here and below: else a page of them would be tried in every way there is.
_ANFANG = r"(?:\A|\n[ \t]*+\n|[.:;!?(\[<„»–]|^[ \t]*+[-*+☐☒•·] )\s{0,40}+"
_ENDE = r"(?=\s*(?:[.:;!?)\]>“«…]|\n[ \t]*(?:\n|[-*+] )|\Z))"
_IM_TEXT = re.compile(
    "|".join(
        (
            r"(?<![\w/.-])(?:TODO|FIXME|TBD|tbd|[Tt]o[Dd]o(?=:)|fixme(?=:))(?![\w-])",
            r"(?<![\w/.-])(?:x{3,}|X{3,}(?!\.\s+[A-ZÄÖÜ]))(?![\w.-]*\w)",  # not www.xxx.de; „XXX. Sitzung“ is the 30th
            r"(?<![\w.])(?:[xX]{2}\.[xX]{2}|[tT]{2}\.[mM]{2})\.\w*",  # a date still to come
            r"(?<![\w?!\)“”\"»«])\?{3,}",  # „Warum???“ is a question
            r"(?i:lorem\s+ipsum)",
            rf"(?im:{_ANFANG}(?P<auftrag>{_AUFTRAG}){_ENDE})",
            rf"(?im:^[ \t]*(?P<zeile>{_AUFTRAG})[ \t]*!?$)",
        )
    ),
    re.MULTILINE,
)
_GANZE_ANTWORT = re.compile(
    r"(?i)(?:\[\s*)?(?:…|\.{3,}+|\?+|todo|fixme|t\.?b\.?[da]\.?|folgt(?: noch)?|kommt noch|platzhalter|"
    r"(?:wird|werden) (?:noch )?(?:nachgereicht|nachgetragen|ergänzt|eingetragen))(?:\s*\])?[\s.…]*"
)
_GANZE_ZEILE = re.compile(r"(?m)^[ \t]*(?:[-*+] +)?(?P<zeile>…|\.{3,}|\[(?:…|\.{3})\])[ \t]*$")


def check(pruefling: Pruefling) -> Iterator[Finding]:
    """Look through every text of the file."""
    schwere = Severity.ERROR if pruefling.dokument.final else None
    # What has a meaning of its own is no placeholder: „...“ is the sign of a figure still to come.
    gelesen = {loc for loc, _wert in pruefling.werte(Gelesen)}
    texte = ((loc, text) for loc, text in antworttexte(pruefling) if loc not in gelesen)
    return finde_platzhalter(pruefling.geladen.source, texte, schwere)


def finde_platzhalter(
    source: Source, texte: Iterable[tuple[Loc, str]], schwere: Severity | None = None
) -> Iterator[Finding]:
    """Look through texts of a file, a document or ``kmut.yaml``.

    Args:
        source: The file.
        texte: Texts with their places.
        schwere: Another weight than the rule's.
    """
    for loc, text in texte:
        gefunden = platzhalter(text)
        for nummer, (stelle, wort) in enumerate(gefunden[:HOECHSTENS], 1):
            mehr = len(gefunden) - nummer if nummer == HOECHSTENS else 0
            yield _finding(source, loc, stelle, wort, schwere, mehr)


def platzhalter(text: str) -> list[tuple[int, str]]:
    """Find the placeholders in a text.

    Returns:
        Offset in code points and wording of each, in order.
    """
    blank = text.strip()
    if blank and _GANZE_ANTWORT.fullmatch(blank):
        return [(text.index(blank), blank)]
    gefunden = [(treffer.start("zeile"), treffer["zeile"]) for treffer in _GANZE_ZEILE.finditer(text)]
    for treffer in _IM_TEXT.finditer(text):
        gruppe = treffer.lastgroup or 0
        gefunden.append((treffer.start(gruppe), treffer[gruppe]))
    return sorted(gefunden)


def _finding(source: Source, loc: Loc, stelle: int, wort: str, schwere: Severity | None, mehr: int) -> Finding:
    weitere = f" Im selben Text gibt es noch {mehr} solche Stelle{'n' if mehr > 1 else ''}." if mehr else ""
    return source.finding(
        STEHENGEBLIEBEN,
        loc,
        f"Hier steht noch der Platzhalter „{kurz(wort)}“.{weitere}",
        "Schreiben Sie die Angabe selbst, oder löschen Sie den Platzhalter.",
        severity=schwere,
        offset=stelle,
        length=len(wort),
    )

"""KM421: leftovers of text that was pasted from Word or PDF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kmut_cli.findings.finding import Finding, Loc, Severity
from kmut_cli.findings.rule import Example, Rule
from kmut_cli.rules.hilfen.einfuegereste import HOECHSTENS, reste
from kmut_cli.rules.hilfen.werte import antworttexte
from kmut_cli.rules.pruefling import Pruefling
from kmut_cli.source.reader import Source

EINGEFUEGT = Rule(
    "KM421",
    "Reste vom Einfügen aus Word oder PDF",
    Severity.WARNING,
    "Wer Text aus Word oder PDF einfügt, bringt leicht etwas mit, das im Dokument stört: Aufzählungszeichen wie `•`"
    " oder `–`, die keine Liste ergeben, sodass alle Punkte in einem Absatz zusammenlaufen; Wörter, die am Zeilenende"
    " getrennt waren (aus `Hand-` und `lungskonzept` würde „Hand- lungskonzept“); Seitenzahlen wie `– 2 –`, die allein"
    " in einer Zeile stehen; unsichtbare Trennzeichen in Wörtern. Schreiben Sie `- ` vor jeden Punkt, getrennte Wörter"
    " zusammen, und löschen Sie den Rest. „Ein- und Ausgang“ bleibt, auch am Zeilenende, und ein einzelner"
    " Gedankenstrich am Anfang einer Zeile ebenso. Je Antwort und Art wird nur die erste Stelle gezeigt, dazu die Zahl"
    " der übrigen.",
    Example("aufgaben:\n  kmn: |\n    Besprochen wurden:\n    • der Fachtag\n    • das Hand-\n    lungskonzept\n"),
    Example("aufgaben:\n  kmn: |\n    Besprochen wurden:\n    - der Fachtag\n    - das Handlungskonzept\n"),
)
RULES = (EINGEFUEGT,)


def check(pruefling: Pruefling) -> Iterator[Finding]:
    """Look through every text of the file."""
    return finde_reste(pruefling.geladen.source, antworttexte(pruefling))


def finde_reste(source: Source, texte: Iterable[tuple[Loc, str]]) -> Iterator[Finding]:
    """Look through texts of a file, a document or ``kmut.yaml``, each given with its place."""
    for loc, text in texte:
        for erste, *weitere in reste(text):
            message = erste.message + _weitere(len(weitere))
            yield source.finding(EINGEFUEGT, loc, message, erste.help, offset=erste.stelle, length=erste.laenge)


def _weitere(anzahl: int) -> str:
    """Say how many more places there are; a pasted page would else bring a hundred findings."""
    if anzahl <= 1:
        return " Im selben Text gibt es noch eine solche Stelle." if anzahl else ""
    if anzahl + 1 == HOECHSTENS:
        return f" Im selben Text gibt es mindestens {anzahl} weitere solche Stellen."
    return f" Im selben Text gibt es noch {anzahl} solche Stellen."

"""KM301: a question that applies and has no answer."""

from __future__ import annotations

from collections.abc import Iterator

from kmut_cli.findings.finding import Finding, Severity, dotted
from kmut_cli.findings.rule import Example, Rule
from kmut_cli.rules.pruefling import Pruefling

OFFEN = Rule(
    "KM301",
    "Eine Frage der Gliederung ist offen",
    Severity.INFO,
    "Solange der Bericht ein Entwurf ist, ist das nur ein Hinweis. Mit `status: final` wird daraus ein Fehler: Der"
    " Bericht dient als Verwendungsnachweis und muss jede Frage beantworten, die zutrifft. Trifft eine nicht zu,"
    " sagen Sie es mit Begründung: `{entfaellt: …}`.",
    Example("aufgaben:\n  kmn:\n"),
    Example("aufgaben:\n  kmn: Wir haben an vier Treffen teilgenommen.\n"),
)
RULES = (OFFEN,)


def check(pruefling: Pruefling) -> Iterator[Finding]:
    """Name every open question with its official wording."""
    dokument = pruefling.dokument
    schwere = Severity.ERROR if dokument.final else Severity.INFO
    for stand in pruefling.stand:
        if not stand.offen:
            continue
        frage = stand.frage
        wortlaut = frage.frage.fuer_jahr(dokument.jahr_im_wortlaut)
        if stand.luecken:
            text = f"Frage zu {frage.abschnittsnummer} ist unvollständig: {wortlaut}"
            zuerst = "zuerst " if len(stand.luecken) > 1 else ""
            hilfe = f"Es fehlt noch: {', '.join(stand.luecken)} ({zuerst}unter {dotted(stand.erste_luecke)})."
        else:
            text = f"Frage zu {frage.abschnittsnummer} ist offen: {wortlaut}"
            hilfe = f"Die Antwort gehört unter {dotted(frage.pfad)}."
        yield pruefling.finding(OFFEN, stand.ort, text, hilfe, severity=schwere, key=True)

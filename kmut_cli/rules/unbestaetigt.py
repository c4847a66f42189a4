"""KM304: an answer that was carried over and that nobody has confirmed."""

from __future__ import annotations

from collections.abc import Iterator

from kmut_cli.documents.uebernahme import fingerabdruck
from kmut_cli.findings.finding import Finding, Severity, dotted
from kmut_cli.findings.rule import Example, Rule
from kmut_cli.rules.pruefling import Pruefling

_ANTWORT = "Sachgebiet 50.3"
_FRAGE = f"organisation:\n  organisatorische_anbindung:\n    zuordnung: {_ANTWORT}\n"

UNBESTAETIGT = Rule(
    "KM304",
    "Eine übernommene Antwort ist noch nicht bestätigt",
    Severity.INFO,
    "`kmut new --from` übernimmt Antworten, die meist bleiben, aus einem früheren Dokument. Damit keine davon ungelesen"
    " abgegeben wird, gilt jede als unbestätigt, bis jemand sie mit `kmut confirm` oder in `kmut fill` bestätigt oder"
    " in der Datei ändert. Im Entwurf ist das ein Hinweis, mit `status: final` ein Fehler.",
    Example(
        _FRAGE
        + "uebernommen:\n  aus: 2023/taetigkeitsbericht.yaml\n  unbestaetigt:\n"
        + f'    organisation.organisatorische_anbindung.zuordnung: "{fingerabdruck(_ANTWORT)}"\n'
    ),
    Example(_FRAGE),
)
RULES = (UNBESTAETIGT,)


def check(pruefling: Pruefling) -> Iterator[Finding]:
    """Name every unconfirmed answer with the official wording of its question."""
    dokument = pruefling.dokument
    schwere = Severity.ERROR if dokument.final else Severity.INFO
    for stand in pruefling.stand:
        if not stand.unbestaetigt:
            continue
        frage, pfad = stand.frage, dotted(stand.frage.pfad)
        wortlaut = frage.frage.fuer_jahr(dokument.jahr_im_wortlaut)
        text = f"Antwort zu {frage.abschnittsnummer} ist übernommen und noch nicht bestätigt: {wortlaut}"
        hilfe = f"Stimmt sie noch, bestätigen Sie: kmut confirm DATEI {pfad}; sonst ändern Sie sie."
        yield pruefling.finding(UNBESTAETIGT, frage.pfad, text, hilfe, severity=schwere, key=True)

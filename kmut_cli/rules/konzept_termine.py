"""KM444, KM447 and KM449: dates of a measure that go neither with its state nor with each other; states of no day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kmut_cli.documents.datum import Datum
from kmut_cli.findings.finding import Finding, Loc, Severity
from kmut_cli.findings.rule import Example, Rule
from kmut_cli.rules.hilfen.konzept import KOPF, MASSNAHME, ZUSTAENDIG, genannt, massnahmen
from kmut_cli.rules.hilfen.pfade import FORTGESCHRIEBEN, KONZEPTSTAND
from kmut_cli.rules.hilfen.werte import datum
from kmut_cli.rules.pruefling import Pruefling

if TYPE_CHECKING:
    from kmut_cli.documents.handlungskonzept_2026 import Massnahme

_PLAN = MASSNAHME + ZUSTAENDIG + "                beginn: 2026-03\n"

STAND = Rule(
    "KM444",
    "Stand und Termine einer Maßnahme des Handlungskonzepts passen nicht zusammen",
    Severity.WARNING,
    "Als Tag, von dem der Stand der Maßnahmen ist, gilt `stand` am Anfang der Datei, sonst `fortgeschrieben`. Was vor"
    " diesem Tag beginnen sollte, ist nicht mehr `geplant`, was vorher enden sollte, nicht mehr `begonnen` oder"
    " `laufend`, und was danach beginnt, noch nicht `umgesetzt`. Fehlt beides, steht der Tag nicht fest; er liegt aber"
    " nicht vor Beschluss und Erstellung, und was schon damals vorbei war, wird genannt.",
    Example(KOPF + "stand: 01.06.2026\n" + _PLAN + "                stand: geplant\n"),
    Example(KOPF + "stand: 01.06.2026\n" + _PLAN + "                stand: verschoben\n"),
)
FOLGE = Rule(
    "KM447",
    "Eine Maßnahme des Handlungskonzepts endet, bevor sie beginnt",
    Severity.WARNING,
    "Das Ende einer Maßnahme liegt vor ihrem Beginn; meist ist eine Jahreszahl vertippt. Beanstandet wird nur, was auch"
    " bei ungenauen Daten sicher falsch herum liegt: `beginn: 2026-03` und `ende: 2026` vertragen sich.",
    Example(KOPF + _PLAN + "                ende: 2025-12\n"),
    Example(KOPF + _PLAN + "                ende: 2026\n"),
)
OHNE_TAG = Rule(
    "KM449",
    "Von wann der Stand der Maßnahmen ist, steht nicht im Handlungskonzept",
    Severity.INFO,
    "Bei mindestens einer Maßnahme steht ihr `stand`, aber am Anfang der Datei weder `stand` noch `fortgeschrieben`."
    " Ohne diesen Tag weiß niemand, wie alt die Angaben sind, und ob sie zu den Terminen passen (KM444), bleibt zum"
    " Teil ungeprüft.",
    Example(KOPF + _PLAN + "                stand: begonnen\n"),
    Example(KOPF + "stand: 01.06.2026\n" + _PLAN + "                stand: begonnen\n"),
)
RULES = (STAND, FOLGE, OHNE_TAG)
_NOCH_OFFEN = ("geplant", "begonnen", "laufend")


def check(pruefling: Pruefling) -> Iterator[Finding]:
    """Compare the dates of each measure with each other, and with its state on the day of the concept."""
    gegeben = datum(pruefling, KONZEPTSTAND) or datum(pruefling, FORTGESCHRIEBEN)
    tag = _Tag(gegeben[1], genau=True) if gegeben else _fruehester(pruefling)
    alle = list(massnahmen(pruefling))
    if gegeben is None and not any(pruefling.geladen.fehlerhaft_an(pfad) for pfad in (KONZEPTSTAND, FORTGESCHRIEBEN)):
        yield from _ohne_tag(pruefling, alle)
    for loc, massnahme in alle:
        beginn = min(massnahme.beginne, key=lambda eins: eins.fruehestens, default=None)
        ende = massnahme.ende if isinstance(massnahme.ende, Datum) else None
        _ort, name = genannt(loc, massnahme)
        if beginn and ende and ende.spaetestens < beginn.fruehestens:
            text = f"„{name}“ endet ({ende}), bevor sie beginnt ({beginn})."
            yield pruefling.finding(FOLGE, (*loc, "ende"), text, "Prüfen Sie „beginn“ und „ende“.")
        if tag is not None and massnahme.stand is not None:
            yield from _stand(pruefling, (*loc, "stand"), name, massnahme.stand.name, beginn, ende, tag)


@dataclass(frozen=True, slots=True)
class _Tag:
    """From when the states are: that day, or none before it."""

    datum: Datum
    genau: bool

    @property
    def wann(self) -> str:
        return f"beim Stand vom {self.datum}" if self.genau else f"bei Beschluss oder Erstellung ({self.datum})"


def _fruehester(pruefling: Pruefling) -> _Tag | None:
    """Give the latest day that the concept says of itself: its states are of that day or later."""
    tag = getattr(pruefling.dokument, "juengste_angabe", None)
    return _Tag(tag, genau=False) if tag else None


def _ohne_tag(pruefling: Pruefling, alle: list[tuple[Loc, Massnahme]]) -> Iterator[Finding]:
    erste = next((loc for loc, massnahme in alle if massnahme.stand is not None), None)
    if erste is not None:
        text = "Von welchem Tag der Stand der Maßnahmen ist, steht nicht im Handlungskonzept."
        hilfe = "Ergänzen Sie am Anfang der Datei z. B. stand: 2026-06-30"
        yield pruefling.finding(OHNE_TAG, (*erste, "stand"), text, hilfe)


def _stand(
    pruefling: Pruefling, ort: Loc, name: str, stand: str, beginn: Datum | None, ende: Datum | None, tag: _Tag
) -> Iterator[Finding]:
    """Say of one measure what its state and its dates do not agree in."""
    hilfe = "Schreiben Sie den erreichten Stand oder das neue Datum."
    if stand == "geplant" and beginn and beginn.spaetestens < tag.datum.fruehestens:
        text = f"„{name}“ ist noch geplant, der Beginn {beginn} lag {tag.wann} aber schon zurück."
        yield pruefling.finding(STAND, ort, text, hilfe)
    elif stand in _NOCH_OFFEN and ende and ende.spaetestens < tag.datum.fruehestens:
        text = f"„{name}“ ist noch {stand}, das Ende {ende} lag {tag.wann} aber schon zurück."
        yield pruefling.finding(STAND, ort, text, hilfe)
    elif stand == "umgesetzt" and tag.genau and beginn and beginn.fruehestens > tag.datum.spaetestens:
        text = f"„{name}“ ist schon umgesetzt, der Beginn {beginn} liegt aber nach dem Stand vom {tag.datum}."
        yield pruefling.finding(STAND, ort, text, "Prüfen Sie Stand und Beginn der Maßnahme.")

"""What changed from one check of the same files to the next; pure, so that nothing here waits or reads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from kmut_cli.findings.finding import Finding
from kmut_cli.findings.fingerprint import fingerprints

# Messages name other lines („zuerst steht er in Zeile 9“), which move with every line that is added above.
_ZEILE = re.compile(r"\bZeile \d+")


@dataclass(frozen=True, slots=True)
class Dateistand:
    """What a round of checks says of one file.

    Attributes:
        befunde: Its findings.
        lesbar: Whether it could be read as what it is; if not, nothing is known of what the rules would find.
        davor: While it cannot be read: the findings from when it last could.
        beantwortet: Number of answered questions; None for a file without questions.
        anwendbar: Number of questions that apply; None for a file without questions.
    """

    befunde: tuple[Finding, ...] = ()
    lesbar: bool = True
    davor: tuple[Finding, ...] = ()
    beantwortet: int | None = None
    anwendbar: int | None = None


Runde = Mapping[str, Dateistand]
"""One round: file as the user named it → what is said of it."""


@dataclass(frozen=True, slots=True)
class Aenderung:
    """What changed about one file.

    Attributes:
        pfad: The file as the user named it.
        vorher: What was said of it; None if it was not there.
        nachher: What is said of it now; None if it is there no more.
        neu: Findings that are new or weigh more than before; empty if the file itself is new.
        behoben: Findings that are gone; empty if the file itself is gone.
    """

    pfad: str
    vorher: Dateistand | None
    nachher: Dateistand | None
    neu: tuple[Finding, ...] = ()
    behoben: tuple[Finding, ...] = ()

    @property
    def zaehlung_anders(self) -> bool:
        """Whether another number of questions is answered or applies; False where one of the two is not known."""
        if self.vorher is None or self.nachher is None or None in (self.vorher.anwendbar, self.nachher.anwendbar):
            return False
        vorher, nachher = self.vorher, self.nachher
        return (vorher.beantwortet, vorher.anwendbar) != (nachher.beantwortet, nachher.anwendbar)


def fortgesetzt(vorher: Runde, jetzt: Runde) -> Runde:
    """Let files that cannot be read now remember what was known of them.

    Args:
        vorher: The round before, itself continued from its own.
        jetzt: The round as it was found.
    """
    return {pfad: _mit_davor(vorher.get(pfad), stand) for pfad, stand in jetzt.items()}


def _mit_davor(alt: Dateistand | None, neu: Dateistand) -> Dateistand:
    if neu.lesbar or alt is None:
        return neu
    davor = alt.befunde if alt.lesbar else alt.davor
    return replace(neu, davor=davor, beantwortet=alt.beantwortet, anwendbar=alt.anwendbar)


def aenderungen(vorher: Runde, jetzt: Runde) -> Iterator[Aenderung]:
    """Compare two rounds.

    Args:
        vorher: The round before.
        jetzt: This round, continued from the one before.

    Yields:
        What changed, file by file in order of their names; nothing for files about which all is as before.
    """
    for pfad in sorted(vorher.keys() | jetzt.keys()):
        alt, neu = vorher.get(pfad), jetzt.get(pfad)
        if alt is None or neu is None:
            # A ``kmut.yaml`` comes and goes with the documents that it is read for; only its findings are of interest.
            stand = neu or alt
            if stand is not None and (stand.befunde or stand.anwendbar is not None):
                yield Aenderung(pfad, alt, neu)
            continue
        aenderung = _verglichen(pfad, alt, neu)
        if aenderung.neu or aenderung.behoben or aenderung.zaehlung_anders:
            yield aenderung


def _verglichen(pfad: str, alt: Dateistand, neu: Dateistand) -> Aenderung:
    gewicht = {marke: finding.severity.rank for marke, finding in _mit_marken((*alt.davor, *alt.befunde))}
    jetzige = dict(_mit_marken(neu.befunde))
    dazu = [eins for marke, eins in jetzige.items() if marke not in gewicht or eins.severity.rank < gewicht[marke]]
    # Of a file that cannot be read nobody knows whether what the rules found is still so.
    ueberpruefbar = (*alt.davor, *alt.befunde) if neu.lesbar else () if alt.lesbar else alt.befunde
    weg = [eins for marke, eins in _mit_marken(ueberpruefbar) if marke not in jetzige]
    return Aenderung(pfad, alt, neu, tuple(dazu), tuple(weg))


def _mit_marken(befunde: tuple[Finding, ...]) -> Iterator[tuple[str, Finding]]:
    """Give each finding a mark by which it is known again when lines were added above it."""
    ohne_zeilen = [replace(finding, message=_ZEILE.sub("Zeile", finding.message)) for finding in befunde]
    return zip(fingerprints(ohne_zeilen), befunde, strict=True)

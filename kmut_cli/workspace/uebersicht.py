"""Where documents stand, as numbers: the base of every overview."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kmut_cli.documents.zustand import Abschnittsstand, Fragenstand, Zustand, abschnittsstaende
from kmut_cli.findings.finding import dotted
from kmut_cli.rules.pruefling import Pruefling


@dataclass(frozen=True, slots=True)
class Dokumentstand:
    """The state of one document.

    Attributes:
        path: File as the user named it.
        document: Kind.
        edition: Edition of the outline.
        status: ``entwurf`` or ``final``.
        year: Year of the document, None if not given.
        sections: Count per section, in official order.
        open: Questions that apply, are owed and have no whole answer.
        unconfirmed: Questions whose answer was carried over and that nobody has confirmed.
        titel: What people call such a document.
        entfallen: Number of questions that were declared not applicable.
        fehlerhaft: Number of questions whose answer is there but wrong.
        jahr_im_wortlaut: The year that stands in the questions.
        mit_jahr: Whether such a document is about a year.
        zaehlung: What it holds, as (number, what it counts).
    """

    path: str
    document: str
    edition: str
    status: str
    year: int | None
    sections: tuple[Abschnittsstand, ...]
    open: tuple[Fragenstand, ...]
    unconfirmed: tuple[Fragenstand, ...]
    titel: str
    entfallen: int
    fehlerhaft: int
    jahr_im_wortlaut: str
    mit_jahr: bool = True
    zaehlung: tuple[tuple[int, str], ...] = ()

    @property
    def answered(self) -> int:
        """Number of answered questions."""
        return sum(abschnitt.beantwortet for abschnitt in self.sections)

    @property
    def applicable(self) -> int:
        """Number of questions that apply."""
        return sum(abschnitt.anwendbar for abschnitt in self.sections)

    def als_json(self) -> dict[str, Any]:
        """Give the state for machines; keys are English, as in all machine-readable output."""
        return {
            "path": self.path,
            "document": self.document,
            "edition": self.edition,
            "status": self.status,
            "year": self.year,
            "answered": self.answered,
            "applicable": self.applicable,
            "declared_not_applicable": self.entfallen,
            "sections": [
                {"number": a.nummer, "title": a.titel, "answered": a.beantwortet, "applicable": a.anwendbar}
                for a in self.sections
            ],
            "open": [self._frage(eins) for eins in self.open],
            "counts": [{"count": zahl, "label": was} for zahl, was in self.zaehlung],
            "unconfirmed_count": len(self.unconfirmed),
            "unconfirmed": [self._frage(eins) for eins in self.unconfirmed],
        }

    def _frage(self, eine: Fragenstand) -> dict[str, str]:
        return {
            "number": eine.frage.abschnittsnummer,
            "question": eine.frage.frage.fuer_jahr(self.jahr_im_wortlaut),
            "location": dotted(eine.frage.pfad),
        }


def prozent(teil: int, ganzes: int) -> int:
    """Give a share in percent, rounded down; the share of nothing is all of it."""
    return 100 * teil // ganzes if ganzes else 100


def hat_stand(pruefling: Pruefling) -> bool:
    """Whether one can say where the document stands: of a log without owed answers nobody knows how much is done."""
    return bool(pruefling.dokument.zaehlung) or any(eine.frage.pflicht for eine in pruefling.gliederung.fragen)


def dokumentstand(pruefling: Pruefling) -> Dokumentstand:
    """Count the questions of a document."""
    dokument = pruefling.dokument
    return Dokumentstand(
        path=pruefling.geladen.source.path,
        document=dokument.dokument,
        edition=dokument.gliederung,
        status="final" if dokument.final else "entwurf",
        year=dokument.jahr,
        sections=abschnittsstaende(pruefling.gliederung, pruefling.stand),
        open=tuple(eins for eins in pruefling.stand if eins.offen),
        unconfirmed=tuple(eins for eins in pruefling.stand if eins.unbestaetigt),
        titel=dokument.kurztitel,
        entfallen=sum(eins.zustand is Zustand.ENTFAELLT for eins in pruefling.stand),
        fehlerhaft=sum(eins.zustand is Zustand.FEHLERHAFT for eins in pruefling.stand),
        jahr_im_wortlaut=dokument.jahr_im_wortlaut,
        mit_jahr=bool(dokument.jahresfeld),
        zaehlung=dokument.zaehlung,
    )

"""What laying a plan beside its report finds: plain values, before any format."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kmut_cli.compare.fundstellen import Fundstelle
from kmut_cli.compare.unterschied import Seite


class Gruppe(StrEnum):
    """How plan and report stand to each other; the values are those of machine-readable output."""

    BERICHTET = "announced_and_reported"
    NICHT_ERWAEHNT = "announced_not_reported"
    NICHT_ANGEKUENDIGT = "reported_not_announced"
    OHNE_GEGENSTUECK = "no_counterpart"


@dataclass(frozen=True, slots=True)
class Planpunkt:
    """One thing that was planned, or reported without being planned.

    Attributes:
        gruppe: How plan and report stand to each other here.
        was: What it is: an official option or the author's own entry.
        frage: The question about it, in the application; in the report, if it was not announced.
        pfad: Dotted path of that question.
        bericht: What the report says, or does not; a German phrase.
        fundstellen: Where the report says it, or where it would.
    """

    gruppe: Gruppe
    was: str
    frage: str
    pfad: str
    bericht: str = ""
    fundstellen: tuple[Fundstelle, ...] = ()


@dataclass(frozen=True, slots=True)
class Planvergleich:
    """An application beside a report.

    Attributes:
        plan: The application.
        bericht: The report.
        punkte: In the official order of the application.
        hinweise: What has to be known besides: other years, another body.
        nur_im_bericht: Answered questions of the report that nothing in the application corresponds to.
        plan_leer: Whether the application answers nothing yet, so that nothing can be missing.
    """

    plan: Seite
    bericht: Seite
    punkte: tuple[Planpunkt, ...]
    hinweise: tuple[str, ...]
    nur_im_bericht: tuple[Fundstelle, ...]
    plan_leer: bool = False

    def gruppe(self, gruppe: Gruppe) -> tuple[Planpunkt, ...]:
        """Give the points of one group."""
        return tuple(punkt for punkt in self.punkte if punkt.gruppe is gruppe)

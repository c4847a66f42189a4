"""What was read of a calendar or a table: entries, rows that are wrong, and what is left out on purpose."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from kmut_cli.documents.veranstaltungsart import Veranstaltungsart
from kmut_cli.documents.vorschlag import als_schluessel
from kmut_cli.findings.error import MitHilfe
from kmut_cli.workspace.veranstaltungen.eintrag import Eintrag

AUS_ANDEREN_JAHREN = "aus anderen Jahren"
"""Why something was left out when one year was asked for."""

# Words in categories and titles of columns, the longer first: „Netzwerktreffen“ is no mere „Treffen“.
_ARTWORTE = (
    ("netzwerk", "netzwerktreffen"), ("regionalverbund", "netzwerktreffen"), ("arbeitskreis", "netzwerktreffen"),
    ("ausschuss", "gremium"), ("gremium", "gremium"), ("gremien", "gremium"), ("beirat", "gremium"),
    ("kreistag", "gremium"), ("besprechung", "besprechung"), ("austausch", "besprechung"), ("meeting", "besprechung"),
    ("jour_fixe", "besprechung"), ("dienstbesprechung", "besprechung"), ("fortbildung", "fortbildung"),
    ("schulung", "fortbildung"), ("seminar", "fortbildung"), ("workshop", "fortbildung"), ("tagung", "tagung"),
    ("konferenz", "tagung"), ("kongress", "tagung"), ("vortrag", "vortrag"), ("projekt", "projekt"),
    ("veranstaltung", "veranstaltung"), ("fest", "veranstaltung"), ("sonstiges", "sonstiges"),
)  # fmt: skip


class EinleseError(MitHilfe):
    """A file of which nothing can be read.

    Attributes:
        message: What is wrong, German.
        help: What to do, German; may be empty.
    """


@dataclass(frozen=True, slots=True)
class Zeilenfehler:
    """A row that is no entry.

    Attributes:
        zeile: Line from 1.
        message: What is wrong, German.
    """

    zeile: int
    message: str


@dataclass(slots=True)
class Einlesung:
    """The result of reading.

    Attributes:
        eintraege: In the order of the file.
        fehler: Rows that are wrong, in the order of the file.
        ausgelassen: What was left out on purpose, such as „abgesagt“, and how often.
        nicht_uebernommen: What has no place in the log, such as names of columns.
    """

    eintraege: list[Eintrag] = field(default_factory=list)
    fehler: list[Zeilenfehler] = field(default_factory=list)
    ausgelassen: Counter[str] = field(default_factory=Counter)
    nicht_uebernommen: dict[str, None] = field(default_factory=dict)


def art_aus(worte: str) -> str | None:
    """Find the kind of event that words mean.

    Args:
        worte: A key, an official wording, or a category such as „Netzwerke“ or „AK Sprache“.

    Returns:
        The key of the kind; None if none fits.
    """
    schluessel = als_schluessel(worte)
    if schluessel in Veranstaltungsart.__members__:
        return schluessel
    return next((art for wort, art in _ARTWORTE if wort in schluessel), None)

"""One entry of the log on its way into the file: validated plain data, with the line that they come from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kmut_cli.documents.gliederung import teile
from kmut_cli.documents.meldungen import meldung
from kmut_cli.documents.validieren import validiere
from kmut_cli.documents.veranstaltungen_2026 import Veranstaltung
from kmut_cli.documents.veranstaltungsauswahl import Merkmal, merkmal
from kmut_cli.documents.zustand import ist_leer
from kmut_cli.source.changes import checked
from kmut_cli.source.edit import EditError
from kmut_cli.source.emit import Plain
from kmut_cli.workspace.veranstaltungen.schreibweisen import normiert

FELDER = tuple(teile(Veranstaltung))
_OHNE_ANFUEHRUNG = frozenset({"datum", "uhrzeit", "art", "teilnehmende", "rolle"})


class EintragError(Exception):
    """Data that are no entry.

    Attributes:
        meldungen: What is wrong, German, each a sentence or two.
    """

    def __init__(self, meldungen: Iterable[str]) -> None:
        self.meldungen = tuple(meldungen)
        super().__init__(" ".join(self.meldungen))


@dataclass(frozen=True, slots=True)
class Eintrag:
    """An entry.

    Attributes:
        daten: Its plain data as they are written, in the order of the type, without what is empty.
        wert: The same, validated; has a date and a title.
        zeile: Line (from 1) in the file that it comes from; 0 if it comes from none.
    """

    daten: Mapping[str, Any]
    wert: Veranstaltung
    zeile: int = 0

    @property
    def merkmal(self) -> Merkmal:
        """What tells it from others."""
        return merkmal(self.wert)


def eintrag(daten: Mapping[str, Any], zeile: int = 0) -> Eintrag:
    """Make an entry of plain data.

    Args:
        daten: Texts and lists of texts by key; what is empty does not count.
        zeile: Line that they come from.

    Raises:
        EintragError: Date or title are missing, a value does not fit, or a text holds what no file may hold.
    """
    voll = {name: _rein(daten[name], name) for name in FELDER if not ist_leer(daten.get(name))}
    try:
        checked(voll)
    except EditError as unerlaubt:
        raise EintragError([unerlaubt.message]) from None
    ergebnis = validiere(Veranstaltung, voll)
    fehler = [
        meldung(eins.art, eins.wert, eins.kontext, str(eins.ort[0]) if eins.ort else "", []) for eins in ergebnis.fehler
    ]
    fehlt = [name for name, teil in teile(Veranstaltung).items() if teil.pflicht and name not in voll]
    texte = [f"{eine.message} {eine.help}".strip() for eine in fehler]
    texte += [f"Die Angabe „{name}“ fehlt." for name in fehlt]
    if texte:
        raise EintragError(texte)
    return Eintrag(voll, ergebnis.modell, zeile)


def _rein(wert: Any, name: str) -> Any:
    """Give a value as it is written: on one line but for a note, without quotes where it needs none."""
    if isinstance(wert, list):
        return [_rein(eins, "") for eins in wert if not ist_leer(eins)]
    text = str(wert).strip().replace("\r\n", "\n").replace("\r", "\n")
    if name != "notiz":
        text = " ".join(text.split())
    if name == "datum":
        text = normiert(text)
    return Plain(text) if name in _OHNE_ANFUEHRUNG else text


def in_einer_zeile(wert: Veranstaltung) -> str:
    """Give date, time, place and title of an entry as people say them: „27.04.2015, 10:00 Uhr, Mainz: Tagung“."""
    vorn = ", ".join(str(eins) for eins in (wert.datum, wert.uhrzeit, wert.ort) if not ist_leer(eins))
    return f"{vorn}: {' '.join((wert.titel or '').split())}"

"""What the forms of one question share: where they ask, where they write, and how they are left."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from kmut_cli.cli.ausfuellen.speichern import Schreiber
from kmut_cli.cli.ausfuellen.terminal import BLASS, ENTER, ESC, GELB, Terminal
from kmut_cli.cli.ausfuellen.zeilen import zeile
from kmut_cli.documents.antwortdaten import als_entfaellt, grund_in, ist_entfallen, ort_der_antwort
from kmut_cli.documents.eingabefeld import Feld, fehler_im_grund
from kmut_cli.documents.ziele import Ziel
from kmut_cli.findings.finding import Loc

MIT_TASTEN = frozenset({"yes_no", "choice", "choices", "list", "texts", "dates", "group"})
"""Kinds of answer for which no line is typed."""


class Zurueck(Exception):
    """The person left a form; what was answered before is kept."""


@dataclass
class Kontext:
    """What the forms of one question need.

    Attributes:
        terminal: Where the person is asked.
        schreiber: Writes the answers.
        frage: Path of the question.
        erklaerung: Wording and hint, for the editor.
        nennbare: Gives what the answer may name, as it stands now.
        spur: The entries around what is asked, outermost first.
    """

    terminal: Terminal
    schreiber: Schreiber
    frage: tuple[str, ...]
    erklaerung: str
    nennbare: Callable[[], list[Ziel]]
    spur: list[str] = field(default_factory=list)

    @contextmanager
    def in_eintrag(self, name: str) -> Iterator[None]:
        """Ask within an entry of a list."""
        self.spur.append(" ".join(name.split()))
        try:
            yield
        finally:
            self.spur.pop()

    def zeige_spur(self, wo: str) -> None:
        """Say in which entries one is, each shortened so that all of them fit on a line."""
        platz = max((self.terminal.breite - len(wo)) // len(self.spur) - 3, 8)
        namen = [eins if len(eins) <= platz else f"{eins[: platz - 1].rstrip()}…" for eins in self.spur]
        self.terminal.zeige(" › ".join([*namen, wo]), BLASS)

    def an(self, ort: Loc) -> Any:
        """Give what stands at a place of the file."""
        return self.schreiber.an(ort)

    def wie_geschrieben(self, ort: Loc) -> Any:
        """Give what stands at a place, with and without quotes as it is written there."""
        return self.schreiber.bearbeitung.geladen.source.as_written(ort)

    def setze(self, ort: Loc, wert: Any, anzeige: str = "") -> None:
        """Write a value; see :meth:`Schreiber.setze`."""
        self.schreiber.setze(self.frage, ort, wert, anzeige)

    def setze_antwort(self, ort: Loc, wert: Any, anzeige: str = "") -> None:
        """Write an answer and leave its explanation, if it has one."""
        self.setze(ort_der_antwort(self.an(ort), ort), wert, anzeige)

    def loesche(self, ort: Loc) -> None:
        """Remove a part; see :meth:`Schreiber.loesche`."""
        self.schreiber.loesche(self.frage, ort)


def loesche_antwort(k: Kontext, ort: Loc) -> None:
    """Remove an answer or a part of one, after asking.

    Raises:
        Zurueck: It shall stay.
    """
    bleibt = " Die Erläuterung bleibt." if ort_der_antwort(k.an(ort[:-1]), ort[:-1]) == ort else ""
    k.terminal.sage(f"Die Antwort wird gelöscht; gefragt ist dann wieder danach.{bleibt}", GELB)
    if k.terminal.taste({"l": "löschen", ENTER: "nicht löschen", ESC: "nicht löschen"}) != "l":
        raise Zurueck
    k.loesche(ort)


def entfaellt(k: Kontext, ort: Loc) -> None:
    """Ask for the reason why an answer or a part of one does not apply, and write it; without one nothing changes."""
    bisher = grund_in(k.an(ort))
    text = zeile(
        k.terminal,
        "Warum trifft die Frage nicht zu? " if ort == k.frage else "Warum entfällt die Angabe? ",
        bisher,
        lambda text: fehler_im_grund(text) if text.strip() else "",
    )
    if text and text.strip() and text != bisher:
        k.setze(ort, als_entfaellt(text))


def andere_form(daten: Any, form: type[Any]) -> bool:
    """Whether an answer stands there that has another form than the new one; that it does not apply is no form."""
    return bool(daten) and not isinstance(daten, form) and not ist_entfallen(daten)


def ersetzen(k: Kontext) -> bool:
    """Ask whether an answer of another form may be replaced."""
    k.terminal.zeige("Die jetzige Antwort hat eine andere Form und würde ersetzt.", GELB)
    return k.terminal.taste({"e": "ersetzen", ENTER: "nicht ersetzen", ESC: "nicht ersetzen"}) == "e"


def eine_zeile(
    k: Kontext,
    frage: str,
    bisher: str = "",
    pruefe: Callable[[str], str] = lambda _text: "",
    nebenbei: Callable[[str], str] = lambda _text: "",
) -> str:
    """Ask for one line; see :func:`kmut_cli.cli.ausfuellen.zeilen.zeile`.

    Raises:
        Zurueck: It was left with Esc.
    """
    text = zeile(k.terminal, frage, bisher, pruefe, nebenbei)
    if text is None:
        raise Zurueck
    return text


def beschriftung(feld: Feld, jetzt: Any) -> str:
    """Name a part, with what it means, whether it is owed and what stands there."""
    nicht = "trifft es nicht zu: „entfällt: Grund“" if feld.kann_entfallen and feld.art not in MIT_TASTEN else ""
    if "entfällt:" in feld.bedeutung:
        nicht = ""
    zusatz = "; ".join(wort for wort in ("nötig" if feld.pflicht else "", feld.bedeutung.rstrip("."), nicht) if wort)
    text = f"{feld.beschriftung} ({zusatz})" if zusatz else feld.beschriftung
    return f"{text}: {jetzt}" if jetzt else text

"""Carrying answers over: from an earlier document to the beginning of the next, between years, editions and kinds.

What is carried are the answers that tend to stay. Dates, counts and texts of the old year stay behind, and so do attachments,
faulty answers and what the other outline does not ask for. All of that is told by name.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from kmut_cli.documents.antworten import Entfaellt, Erlaeutert
from kmut_cli.documents.auswahl_uebersetzen import auswahl_uebersetzt
from kmut_cli.documents.bereinigen import Grund, bereinigt
from kmut_cli.documents.bezug import Bezug
from kmut_cli.documents.dokument import KOMMUNE, Dokument
from kmut_cli.documents.entsprechungen import Ausgabe, Beziehung, Paar, entsprechungen
from kmut_cli.documents.felder import bekannte_schluessel
from kmut_cli.documents.gebiete import Gebietstyp
from kmut_cli.documents.gliederung import FrageImText, Gliederung, Pfad, gliederung
from kmut_cli.documents.laden import Geladen
from kmut_cli.documents.stelle import daten_an, wert_an
from kmut_cli.documents.validieren import validiere
from kmut_cli.documents.zustand import Fragenstand, Zustand, ist_leer, stand
from kmut_cli.findings.finding import Loc

WEITERE = "weitere"


@dataclass(frozen=True, slots=True)
class Auslassung:
    """Something of the old document that is not carried over.

    Attributes:
        nummer: Number of its section in the old document.
        ort: Keys to it from the question on, without indices: ``("ziele", "massnahmen", "termin")``.
        grund: Why.
        was: What it is, where the keys do not say it: an option, an own entry.
    """

    nummer: str
    ort: Pfad
    grund: Grund
    was: str = ""


@dataclass(frozen=True, slots=True)
class Umbenennung:
    """Options that have other keys in the new outline.

    Attributes:
        nummer: Number of the section in the old document.
        frage: Key of the question there.
        hier: Keys of options in the old outline.
        dort: Keys of what stands for them in the new one.
    """

    nummer: str
    frage: str
    hier: tuple[str, ...]
    dort: tuple[str, ...]


@dataclass
class Uebertragung:
    """What a new document begins with.

    Attributes:
        antworten: Plain data by path of the new document's question, in official order; ``kommune`` too, where the old
            document has its own.
        fragen: The questions among them, in official order.
        ausgelassen: What stays behind, in the order of the old document.
        umbenannt: Options that were put into those of the new outline.
        unbestaetigt: Those of ``fragen`` that were carried into the old document too, and never confirmed there.
        neu: How many answered questions are asked anew each year and therefore begin empty.
    """

    antworten: dict[Pfad, Any] = field(default_factory=dict)
    fragen: list[FrageImText] = field(default_factory=list)
    ausgelassen: list[Auslassung] = field(default_factory=list)
    umbenannt: list[Umbenennung] = field(default_factory=list)
    unbestaetigt: list[FrageImText] = field(default_factory=list)
    neu: int = 0


def uebertrage(alt: Geladen, ziel: type[Dokument], nach: Ausgabe, gebietstyp: Gebietstyp | None = None) -> Uebertragung:
    """Carry over what tends to stay.

    Args:
        alt: The earlier document; it says which year it is about. Answers that are taken from another file of its folder
            must still be the reference that they are.
        ziel: Class of the new document.
        nach: Kind and edition of the new document.
        gebietstyp: Kind of the body; questions that cannot apply to it are passed over.

    Raises:
        ValueError: The old document could not be read, or does not say its year.
    """
    dokument = alt.dokument
    if dokument is None or dokument.jahr is None:
        raise ValueError(alt.source.path)
    return _Lauf(alt, dokument, dokument.jahr, gliederung(ziel), ziel, nach, gebietstyp).ergebnis()


@dataclass
class _Lauf:
    alt: Geladen
    dokument: Dokument
    jahr: int
    dort: Gliederung
    ziel: type[Dokument]
    nach: Ausgabe
    gebietstyp: Gebietstyp | None
    ganz: Uebertragung = field(default_factory=Uebertragung)

    def ergebnis(self) -> Uebertragung:
        self._kommune()
        hier = gliederung(type(self.dokument))
        paare = entsprechungen((self.dokument.dokument, self.dokument.gliederung), self.nach).uebertragbar
        fragen_dort = {frage.pfad: frage for frage in self.dort.fragen}
        staende = {eins.frage.pfad: eins for eins in stand(self.alt)}
        for abschnitt in hier.abschnitte:
            if abschnitt.anlage and wert_an(self.dokument, abschnitt.anlage):
                self._lasse_aus(abschnitt.nummer, abschnitt.anlage[-1:], Grund.ANLAGE)
            for frage in abschnitt.fragen:
                paar = paare.get(frage.pfad)
                if frage.pfad != KOMMUNE:
                    self._frage(staende[frage.pfad], paar, fragen_dort[paar.zu[0]] if paar else None)
        self._pruefe()
        folge = {frage.pfad: nummer for nummer, frage in enumerate(self.dort.fragen)}
        self.ganz.fragen = [frage for frage in self.dort.fragen if frage.pfad in self.ganz.antworten]
        self.ganz.antworten = dict(sorted(self.ganz.antworten.items(), key=lambda eins: folge.get(eins[0], -1)))
        self.ganz.unbestaetigt = [frage for frage in self.ganz.unbestaetigt if frage.pfad in self.ganz.antworten]
        return self.ganz

    def _kommune(self) -> None:
        """Take master data over that stand in the document itself; of those in ``kmut.yaml`` the new one knows already."""
        daten = daten_an(self.alt.source.data, KOMMUNE)
        if daten and not ist_leer(self.dokument.kommune) and not self.alt.fehlerhaft_an(KOMMUNE):
            self.ganz.antworten[KOMMUNE] = {name: wert for name, wert in daten.items() if wert is not None}

    def _frage(self, hier: Fragenstand, paar: Paar | None, dort: FrageImText | None) -> None:
        frage = hier.frage
        daten, wert = self.alt.source.as_written(frage.pfad), wert_an(self.dokument, frage.pfad)
        fehlerhaft = hier.zustand is Zustand.FEHLERHAFT
        if daten is None or (ist_leer(wert) and not fehlerhaft) or not (dort or frage).gilt_fuer(self.gebietstyp):
            return
        if paar is None or dort is None:
            self._lasse_aus(frage.abschnittsnummer, frage.pfad[-1:], Grund.OHNE_GEGENSTUECK)
        elif not dort.frage.bleibt and not isinstance(wert, Bezug):
            self.ganz.neu += 1
        elif fehlerhaft:
            self._lasse_aus(frage.abschnittsnummer, frage.pfad[-1:], Grund.FEHLERHAFT)
        elif not dort.frage.bleibt:
            # Where to look stays, although what is found there is new each year.
            self._uebertrage(frage, dort, paar, {name: eins for name, eins in daten.items() if name != WEITERE}, wert)
            if daten.get(WEITERE):
                self._lasse_aus(frage.abschnittsnummer, (frage.pfad[-1], WEITERE), Grund.EREIGNIS)
        else:
            self._uebertrage(frage, dort, paar, daten, wert)
            if hier.unbestaetigt:
                self.ganz.unbestaetigt.append(dort)

    def _uebertrage(self, frage: FrageImText, dort: FrageImText, paar: Paar, daten: Any, wert: Any) -> None:
        def melde(ort: Loc, grund: Grund) -> None:
            keys = tuple(teil for teil in ort if isinstance(teil, str) and teil != "antwort")
            self._lasse_aus(frage.abschnittsnummer, (frage.pfad[-1], *keys), grund)

        rest = bereinigt(daten, wert, self.jahr, melde)
        if rest is not None and paar.beziehung is Beziehung.AUSWAHL and not isinstance(wert, Entfaellt | Bezug):
            rest = self._auswahl(frage, dort, paar, rest, wert)
        if rest is not None:
            self.ganz.antworten[dort.pfad] = rest

    def _auswahl(self, frage: FrageImText, dort: FrageImText, paar: Paar, daten: Any, wert: Any) -> Any:
        """Choose over there what stands for the options chosen here; an explanation stays where it can."""

        def melde(ort: Pfad, was: str) -> None:
            self._lasse_aus(frage.abschnittsnummer, (frage.pfad[-1], *ort), Grund.OHNE_GEGENSTUECK, was)

        def benenne(hier: tuple[str, ...], dortige: tuple[str, ...]) -> None:
            self.ganz.umbenannt.append(Umbenennung(frage.abschnittsnummer, frage.pfad[-1], hier, dortige))

        if not isinstance(wert, Erlaeutert):
            return auswahl_uebersetzt(daten, wert, paar, dort.typ, melde, benenne)
        neu = auswahl_uebersetzt(daten["antwort"], wert.antwort, paar, dort.typ, melde, benenne)
        if neu is None or "erlaeuterung" not in daten:
            return neu
        if "erlaeuterung" in bekannte_schluessel(self.ziel, dort.pfad):
            return {"antwort": neu, "erlaeuterung": daten["erlaeuterung"]}
        melde(("erlaeuterung",), "")
        return neu

    def _pruefe(self) -> None:
        """Leave out what the other outline does not take, although it stands at a place that corresponds."""
        daten: dict[str, Any] = {"dokument": self.nach[0], "gliederung": self.nach[1]}
        for pfad, wert in self.ganz.antworten.items():
            hier = daten
            for name in pfad[:-1]:
                hier = hier.setdefault(name, {})
            hier[pfad[-1]] = wert
        orte = validiere(self.ziel, daten).fehlerhaft
        nummern = {frage.pfad: frage.abschnittsnummer for frage in self.dort.fragen}
        for pfad in [pfad for pfad in self.ganz.antworten if any(ort[: len(pfad)] == pfad for ort in orte)]:
            del self.ganz.antworten[pfad]
            self._lasse_aus(nummern.get(pfad, ""), pfad[-1:], Grund.PASST_NICHT)

    def _lasse_aus(self, nummer: str, ort: Pfad, grund: Grund, was: str = "") -> None:
        self.ganz.ausgelassen.append(Auslassung(nummer, ort, grund, was))

"""What became of a plan: the application of a year beside its report, by what the outlines declare to correspond."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from kmut_cli.compare.fundstellen import Erwaehnung, Fundstelle, Textsuche
from kmut_cli.compare.planpunkt import Gruppe, Planpunkt, Planvergleich
from kmut_cli.compare.vergleich import KOMMUNE, gewaehlt, seite
from kmut_cli.documents.antworten import Entfaellt, Erlaeutert
from kmut_cli.documents.datum import Datum
from kmut_cli.documents.dokument import Dokument
from kmut_cli.documents.entsprechungen import Bezug, Entsprechungen, Paar, entsprechungen
from kmut_cli.documents.gliederung import FrageImText, gliederung, optionen
from kmut_cli.documents.kurztext import kurztext
from kmut_cli.documents.laden import Geladen
from kmut_cli.documents.modell import Modell
from kmut_cli.documents.option import Option
from kmut_cli.documents.ziele import vereinfacht
from kmut_cli.documents.zustand import ist_leer, wert_an
from kmut_cli.findings.finding import dotted

NICHT_BEANTWORTET = "noch nicht beantwortet"


def ist_plan_zu(plan: Dokument, bericht: Dokument) -> bool:
    """Whether the outline of the first says of its plans where the second reports on them."""
    return any(not paar.uebertragbar for paar in _entsprechungen(plan, bericht).paare)


def _entsprechungen(plan: Dokument, bericht: Dokument) -> Entsprechungen:
    return entsprechungen((plan.dokument, plan.gliederung), (bericht.dokument, bericht.gliederung))


def planvergleich(plan: Geladen, bericht: Geladen) -> Planvergleich:
    """Lay a plan beside its report.

    Args:
        plan: The application.
        bericht: The report.

    Raises:
        ValueError: One of them has no document.
    """
    if plan.dokument is None or bericht.dokument is None:
        raise ValueError("no document")
    lauf = _Lauf(plan.dokument, bericht.dokument)
    return Planvergleich(
        plan=seite(plan),
        bericht=seite(bericht),
        punkte=tuple(lauf.punkte()),
        hinweise=tuple(_hinweise(plan.dokument, bericht.dokument)),
        nur_im_bericht=tuple(lauf.nur_im_bericht()),
    )


def _hinweise(plan: Dokument, bericht: Dokument) -> Iterator[str]:
    if plan.jahr is None or bericht.jahr is None:
        yield "Nicht beide Dokumente nennen ihr Jahr; als „in diesem Jahr“ gilt, was das andere nennt."
    elif plan.jahr != bericht.jahr:
        yield f"Der Antrag gilt für {plan.jahr}, der Bericht für {bericht.jahr}."
    namen = [dokument.kommune.name for dokument in (plan, bericht) if dokument.kommune and dokument.kommune.name]
    if len(namen) > 1 and vereinfacht(namen[0]) != vereinfacht(namen[1]):
        yield f"Der Antrag ist von „{namen[0]}“, der Bericht von „{namen[1]}“."


class _Lauf:
    """One comparison; gives the points pair by pair."""

    def __init__(self, plan: Dokument, bericht: Dokument) -> None:
        self.plan, self.bericht = plan, bericht
        self.jahr = plan.jahr or bericht.jahr
        self.paare = _entsprechungen(plan, bericht)
        self.suche = Textsuche(bericht)
        self.fragen = {frage.pfad: frage for frage in gliederung(type(plan)).fragen}
        self.dort = {frage.pfad: frage for frage in gliederung(type(bericht)).fragen}
        self.titel = {a.nummer: a.titel for a in gliederung(type(bericht)).abschnitte}

    def punkte(self) -> Iterator[Planpunkt]:
        je_art = {Bezug.AUSWAHL: self._auswahl, Bezug.VOLLZUG: self._vollzug, Bezug.ERWAEHNUNG: self._eintraege}
        for frage in self.fragen.values():
            for paar in self.paare.paare:
                if paar.von == frage.pfad and paar.bezug in je_art:
                    yield from je_art[paar.bezug](frage, paar)
            if frage.pfad in self.paare.ohne_gegenstueck and frage.pfad != KOMMUNE and not ist_leer(self._hier(frage)):
                text = "fragt danach nicht; bitte selbst vergleichen"
                yield self._punkt(Gruppe.OHNE_GEGENSTUECK, self._wortlaut(frage), frage, text)

    def nur_im_bericht(self) -> Iterator[Fundstelle]:
        gefragt = {pfad for paar in self.paare.paare for pfad in paar.zu}
        for frage in self.dort.values():
            if frage.pfad not in gefragt and not ist_leer(wert_an(self.bericht, frage.pfad)):
                yield self._ort(frage)

    # --- The same choice --------------------------------------------------------------------------------------------

    def _auswahl(self, frage: FrageImText, paar: Paar) -> Iterator[Planpunkt]:
        dort = self.dort[paar.zu[0]]
        titel, titel_dort = optionen(frage.typ), optionen(dort.typ)
        geplant = gewaehlt(self._hier(frage))
        wert = wert_an(self.bericht, dort.pfad)
        berichtet = gewaehlt(wert)
        for name, text in ((name, text) for name, text in geplant.items() if name in titel):
            if not paar.optionen.get(name):
                yield self._ohne_option(frage, titel[name], text)
            for andere in paar.optionen.get(name, ()):
                gleich = titel[name] == titel_dort[andere]
                was = titel[name] if gleich else f"{titel[name]} (im Bericht: „{titel_dort[andere]}“)"
                da = andere in berichtet
                phrase = (
                    "berücksichtigt" if da else "noch nicht beantwortet" if ist_leer(wert) else "nicht berücksichtigt"
                )
                gruppe = Gruppe.BERICHTET if da else Gruppe.NICHT_ERWAEHNT
                yield self._punkt(gruppe, was, frage, phrase, (self._ort(dort),))
        angekuendigt = {andere for name in geplant for andere in paar.optionen.get(name, ())}
        moeglich = {andere for andere_alle in paar.optionen.values() for andere in andere_alle}
        for name in (name for name in titel_dort if name in berichtet and name not in angekuendigt):
            gruppe = Gruppe.NICHT_ANGEKUENDIGT if name in moeglich else Gruppe.OHNE_GEGENSTUECK
            yield self._zusaetzlich(gruppe, titel_dort[name], dort, "berücksichtigt")

    def _ohne_option(self, frage: FrageImText, titel: str, text: str) -> Planpunkt:
        """Say of an option that the report does not offer whether its texts speak of it all the same."""
        funde = self.suche.suche(text or titel)
        was = text or titel
        if not funde.fundstellen:
            phrase = "steht dort nicht zur Auswahl und kommt auch in keinem Text vor"
            return self._punkt(Gruppe.NICHT_ERWAEHNT, was, frage, phrase)
        gruppe = Gruppe.BERICHTET if text else Gruppe.OHNE_GEGENSTUECK
        return self._punkt(gruppe, was, frage, f"steht dort nicht zur Auswahl; {_funde(funde)}", funde.fundstellen)

    # --- Planned and done -------------------------------------------------------------------------------------------

    def _vollzug(self, frage: FrageImText, paar: Paar) -> Iterator[Planpunkt]:
        wert = self._hier(frage)
        kern = wert.antwort if isinstance(wert, Erlaeutert) else wert
        geplant = paar.option in gewaehlt(wert) if paar.option else kern is True
        ziele = [self.dort[pfad] for pfad in paar.zu]
        belege = [beleg for ziel in ziele for beleg in self._belege(ziel, paar)]
        wortlaut = self._wortlaut(frage)
        was = optionen(frage.typ)[paar.option] if paar.option else wortlaut
        orte = tuple(dict.fromkeys(ort for _text, ort in belege)) or tuple(self._ort(ziel) for ziel in ziele[:1])
        if geplant and belege:
            yield self._punkt(Gruppe.BERICHTET, was, frage, "; ".join(text for text, _ort in belege), orte)
        elif geplant:
            yield self._punkt(Gruppe.NICHT_ERWAEHNT, was, frage, self._statt_dessen(ziele, paar), orte)
        elif belege and not isinstance(wert, Entfaellt):
            yield self._punkt(Gruppe.NICHT_ANGEKUENDIGT, was, frage, "; ".join(text for text, _ort in belege), orte)

    def _belege(self, ziel: FrageImText, paar: Paar) -> Iterator[tuple[str, Fundstelle]]:
        """Give what shows that something was done: a date of the year, or entries in such a state."""
        wert = wert_an(self.bericht, ziel.pfad)
        if paar.erfuellt:
            zahl: dict[Option, int] = {}
            for option in (eins for eins in _alle(wert, Option) if eins.name in paar.erfuellt):
                zahl[option] = zahl.get(option, 0) + 1
            if zahl:
                folge = sorted(zahl.items(), key=lambda eins: paar.erfuellt.index(eins[0].name))
                yield ", ".join(f"{anzahl}× {option.titel}" for option, anzahl in folge), self._ort(ziel)
            return
        for datum in (eins for eins in _alle(wert, Datum) if eins.jahr == self.jahr):
            yield f"„{self._wortlaut_dort(ziel)}“ {datum}", self._ort(ziel)

    def _statt_dessen(self, ziele: Sequence[FrageImText], paar: Paar) -> str:
        """Say what the report answers where it should tell of the fulfilment."""
        if paar.erfuellt:
            return "keine Angabe, dass davon etwas läuft oder umgesetzt ist"
        daten = [
            (self._wortlaut_dort(z), kurztext(d)) for z in ziele for d in _alle(wert_an(self.bericht, z.pfad), Datum)
        ]
        genannt = "; ".join(f"„{wortlaut}“ {datum}" for wortlaut, datum in daten)
        return f"kein Datum aus {self.jahr or 'dem Jahr'}" + (f" ({genannt})" if genannt else "")

    # --- Free entries -----------------------------------------------------------------------------------------------

    def _eintraege(self, frage: FrageImText, _paar: Paar) -> Iterator[Planpunkt]:
        wert = self._hier(frage)
        for eintrag in wert if isinstance(wert, list) else []:
            if not isinstance(eintrag, str) or ist_leer(eintrag):
                continue
            funde = self.suche.suche(eintrag)
            gruppe = Gruppe.BERICHTET if funde.fundstellen else Gruppe.NICHT_ERWAEHNT
            text = _funde(funde) if funde.fundstellen else "kommt in keinem Text vor"
            yield self._punkt(gruppe, " ".join(eintrag.split()), frage, text, funde.fundstellen)

    # --- Small helpers ----------------------------------------------------------------------------------------------

    def _hier(self, frage: FrageImText) -> Any:
        return wert_an(self.plan, frage.pfad)

    def _wortlaut(self, frage: FrageImText) -> str:
        return frage.frage.fuer_jahr(self.plan.jahr_im_wortlaut)

    def _wortlaut_dort(self, frage: FrageImText) -> str:
        return frage.frage.fuer_jahr(self.bericht.jahr_im_wortlaut)

    def _ort(self, frage: FrageImText) -> Fundstelle:
        return Fundstelle(frage.abschnittsnummer, self.titel[frage.abschnittsnummer], dotted(frage.pfad))

    def _punkt(
        self, gruppe: Gruppe, was: str, frage: FrageImText, bericht: str, orte: tuple[Fundstelle, ...] = ()
    ) -> Planpunkt:
        return Planpunkt(gruppe, was, self._wortlaut(frage), dotted(frage.pfad), bericht, orte)

    def _zusaetzlich(self, gruppe: Gruppe, was: str, frage: FrageImText, bericht: str) -> Planpunkt:
        return Planpunkt(gruppe, was, self._wortlaut_dort(frage), dotted(frage.pfad), bericht, (self._ort(frage),))


def _alle(wert: Any, typ: type[Any]) -> Iterator[Any]:
    """Give every value of a type that an answer holds."""
    if isinstance(wert, typ):
        yield wert
    elif isinstance(wert, Modell):
        for _name, eins in wert:
            yield from _alle(eins, typ)
    elif isinstance(wert, list):
        for eins in wert:
            yield from _alle(eins, typ)


def _funde(funde: Erwaehnung) -> str:
    """Say which topics come up, where not all of them do."""
    if not funde.fehlend:
        return "im Text erwähnt"
    genannt, fehlend = (", ".join(f"„{eins}“" for eins in teil) for teil in (funde.genannt, funde.fehlend))
    return f"im Text erwähnt: {genannt}; nicht: {fehlend}"

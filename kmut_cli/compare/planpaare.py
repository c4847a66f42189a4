"""The points of one pair of questions: a choice, something planned and done, or free entries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from kmut_cli.compare.fundstellen import Erwaehnung, Fundstelle
from kmut_cli.compare.planpunkt import Gruppe, Planpunkt
from kmut_cli.compare.planseiten import Seiten
from kmut_cli.compare.vergleich import gewaehlt
from kmut_cli.documents.antworten import Entfaellt, Erlaeutert
from kmut_cli.documents.datum import Datum
from kmut_cli.documents.entsprechungen import Paar
from kmut_cli.documents.gliederung import FrageImText, optionen
from kmut_cli.documents.kurztext import kurztext
from kmut_cli.documents.modell import Modell
from kmut_cli.documents.option import Option
from kmut_cli.documents.zustand import ist_leer

# --- The same choice --------------------------------------------------------------------------------------------


def auswahl(seiten: Seiten, frage: FrageImText, paar: Paar) -> Iterator[Planpunkt]:
    """Lay the options that were announced beside those that the report ticks."""
    dort = seiten.dort[paar.zu[0]]
    titel, titel_dort = optionen(frage.typ), optionen(dort.typ)
    geplant = gewaehlt(seiten.geplant(frage))
    wert = seiten.berichtet(dort)
    berichtet = gewaehlt(wert)
    for name, text in ((name, text) for name, text in geplant.items() if name in titel):
        if not paar.optionen.get(name):
            yield _ohne_option(seiten, frage, titel[name], text)
        for andere in paar.optionen.get(name, ()):
            gleich = titel[name] == titel_dort[andere]
            was = titel[name] if gleich else f"{titel[name]} (im Bericht: „{titel_dort[andere]}“)"
            da = andere in berichtet
            phrase = "berücksichtigt" if da else "noch nicht beantwortet" if ist_leer(wert) else "nicht berücksichtigt"
            gruppe = Gruppe.BERICHTET if da else Gruppe.NICHT_ERWAEHNT
            yield seiten.punkt(gruppe, was, frage, phrase, (seiten.ort(dort),))
    angekuendigt = {andere for name in geplant for andere in paar.optionen.get(name, ())}
    moeglich = {andere for andere_alle in paar.optionen.values() for andere in andere_alle}
    for name in (name for name in titel_dort if name in berichtet and name not in angekuendigt):
        gruppe = Gruppe.NICHT_ANGEKUENDIGT if name in moeglich else Gruppe.OHNE_GEGENSTUECK
        yield seiten.zusaetzlich(gruppe, titel_dort[name], dort, "berücksichtigt")


def _ohne_option(seiten: Seiten, frage: FrageImText, titel: str, text: str) -> Planpunkt:
    """Say of an option that the report does not offer whether its texts speak of it all the same."""
    funde = seiten.suche.suche(text or titel)
    was = text or titel
    if not funde.fundstellen:
        phrase = "steht dort nicht zur Auswahl und kommt auch in keinem Text vor"
        return seiten.punkt(Gruppe.NICHT_ERWAEHNT, was, frage, phrase)
    gruppe = Gruppe.BERICHTET if text else Gruppe.OHNE_GEGENSTUECK
    return seiten.punkt(gruppe, was, frage, f"steht dort nicht zur Auswahl; {_funde(funde)}", funde.fundstellen)


# --- Planned and done -------------------------------------------------------------------------------------------


def vollzug(seiten: Seiten, frage: FrageImText, paar: Paar) -> Iterator[Planpunkt]:
    """Lay what was planned beside what shows that it was done."""
    wert = seiten.geplant(frage)
    kern = wert.antwort if isinstance(wert, Erlaeutert) else wert
    geplant = paar.option in gewaehlt(wert) if paar.option else kern is True
    ziele = [seiten.dort[pfad] for pfad in paar.zu]
    belege = [beleg for ziel in ziele for beleg in _belege(seiten, ziel, paar)]
    wortlaut = seiten.wortlaut(frage)
    was = optionen(frage.typ)[paar.option] if paar.option else wortlaut
    orte = tuple(dict.fromkeys(ort for _text, ort in belege)) or tuple(seiten.ort(ziel) for ziel in ziele[:1])
    if geplant and belege:
        yield seiten.punkt(Gruppe.BERICHTET, was, frage, "; ".join(text for text, _ort in belege), orte)
    elif geplant:
        yield seiten.punkt(Gruppe.NICHT_ERWAEHNT, was, frage, _statt_dessen(seiten, ziele, paar), orte)
    elif belege and not isinstance(wert, Entfaellt):
        yield seiten.punkt(Gruppe.NICHT_ANGEKUENDIGT, was, frage, "; ".join(text for text, _ort in belege), orte)


def _belege(seiten: Seiten, ziel: FrageImText, paar: Paar) -> Iterator[tuple[str, Fundstelle]]:
    """Give what shows that something was done: a date of the year, or entries in such a state."""
    wert = seiten.berichtet(ziel)
    if paar.erfuellt:
        zahl: dict[Option, int] = {}
        for option in (eins for eins in _alle(wert, Option) if eins.name in paar.erfuellt):
            zahl[option] = zahl.get(option, 0) + 1
        if zahl:
            folge = sorted(zahl.items(), key=lambda eins: paar.erfuellt.index(eins[0].name))
            yield ", ".join(f"{anzahl}× {option.titel}" for option, anzahl in folge), seiten.ort(ziel)
        return
    for datum in (eins for eins in _alle(wert, Datum) if eins.jahr == seiten.jahr):
        yield f"„{seiten.wortlaut_dort(ziel)}“ {datum}", seiten.ort(ziel)


def _statt_dessen(seiten: Seiten, ziele: Sequence[FrageImText], paar: Paar) -> str:
    """Say what the report answers where it should tell of the fulfilment."""
    if paar.erfuellt:
        return "keine Angabe, dass davon etwas läuft oder umgesetzt ist"
    daten = [(seiten.wortlaut_dort(z), kurztext(d)) for z in ziele for d in _alle(seiten.berichtet(z), Datum)]
    genannt = "; ".join(f"„{wortlaut}“ {datum}" for wortlaut, datum in daten)
    return f"kein Datum aus {seiten.jahr or 'dem Jahr'}" + (f" ({genannt})" if genannt else "")


# --- Free entries -----------------------------------------------------------------------------------------------


def eintraege(seiten: Seiten, frage: FrageImText, _paar: Paar) -> Iterator[Planpunkt]:
    """Look free entries of the plan up in the texts of the report."""
    wert = seiten.geplant(frage)
    for eintrag in wert if isinstance(wert, list) else []:
        if not isinstance(eintrag, str) or ist_leer(eintrag):
            continue
        funde = seiten.suche.suche(eintrag)
        gruppe = Gruppe.BERICHTET if funde.fundstellen else Gruppe.NICHT_ERWAEHNT
        text = _funde(funde) if funde.fundstellen else "kommt in keinem Text vor"
        yield seiten.punkt(gruppe, " ".join(eintrag.split()), frage, text, funde.fundstellen)


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

"""What a paper for a committee takes from the folder: tasks and networks, appointments, how far the concept is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from kmut_cli.documents import veranstaltungsauswahl as auswahl
from kmut_cli.documents.antworten import Erlaeutert
from kmut_cli.documents.eins_oder_liste import als_liste
from kmut_cli.documents.konzept.teile import Beschluss, Stand
from kmut_cli.documents.stelle import wert_an

if TYPE_CHECKING:
    from kmut_cli.documents.datum import Datum
    from kmut_cli.documents.handlungskonzept_2026 import Handlungskonzept
    from kmut_cli.documents.veranstaltungen_2026 import Veranstaltung, Veranstaltungen
    from kmut_cli.documents.zeitraum import Zeitraum

# Places in the activity report; an edition that has none of them says nothing here.
NETZWERKE = ("aufgaben", "netzwerkarbeit", "netzwerke")
ZIELE = ("aufgaben", "handlungskonzept", "ziele")
BESCHLUSS = ("aufgaben", "handlungskonzept", "beschluss")
IN_ARBEIT = (Stand.begonnen, Stand.laufend)
"""States of a measure that someone works on."""


def kommt_noch(zeitraum: Zeitraum, stichtag: date) -> bool:
    """Whether something is not over on a day: it ends on that day or later."""
    return zeitraum.bis.spaetestens >= stichtag


def eintraege_bis(
    verzeichnis: Veranstaltungen, stichtag: date | None, von: Datum | None = None, bis: Datum | None = None
) -> list[Veranstaltung]:
    """Give the dated entries of the log that a paper is about.

    Args:
        verzeichnis: The log.
        stichtag: Day of the paper; None as long as it has none, then every entry counts.
        von: From when on; None for the beginning of the paper's year.
        bis: Until when; None for all that is noted, coming ones included.

    Returns:
        Entries with date and title in the order of their dates; those of one day keep that of the file.
    """
    beginn = von.fruehestens if von else date(stichtag.year, 1, 1) if stichtag else date.min
    ende = bis.spaetestens if bis else date.max
    passend = [
        eins
        for eins in verzeichnis.eintraege or []
        if eins.datum is not None
        and (eins.titel or "").strip()
        and eins.datum.bis.spaetestens >= beginn
        and eins.datum.von.fruehestens <= ende
    ]
    return sorted(passend, key=lambda eins: eins.datum.folge if eins.datum else ())


def netze(verzeichnis: Veranstaltungen, stichtag: date | None) -> list[str]:
    """Give the networks that the log names in the year of the paper, with how often they met until then."""
    eintraege = eintraege_bis(verzeichnis, stichtag)
    gewesen = [eins for eins in eintraege if stichtag is None or not _kommt_noch(eins, stichtag)]
    treffen = {eins.name: eins.treffen for eins in auswahl.netzwerke(gewesen)}
    alle = [eins.name for eins in auswahl.netzwerke(eintraege)]
    return [name + (f" ({_treffen(treffen[name])})" if name in treffen else "") for name in alle]


def netze_laut_bericht(bericht: Any) -> list[str]:
    """Give the networks that an activity report lists (2.8); its prose as one entry."""
    netzwerke = wert_an(bericht, NETZWERKE)
    if isinstance(netzwerke, str):
        return [netzwerke.strip()] if netzwerke.strip() else []
    return [_netzwerk(eins) for eins in als_liste(netzwerke) if (eins.name or "").strip()]


def massnahmen_in_arbeit(massnahmen: Iterable[Any]) -> list[str]:
    """Give the measures that someone works on, in order."""
    return [eine.massnahme.strip() for eine in massnahmen if eine.stand in IN_ARBEIT and (eine.massnahme or "").strip()]


def massnahmen_laut_bericht(bericht: Any) -> list[Any]:
    """Give the measures that an activity report lists (2.2)."""
    ziele = als_liste(wert_an(bericht, ZIELE))
    return [eine for ziel in ziele for eine in als_liste(getattr(ziel, "massnahmen", None))]


def konzeptstand(konzept: Handlungskonzept) -> str | None:
    """Say how far the concept is: what it holds, who adopted it, how many measures are in which state."""
    if not konzept.ziele and not konzept.massnahmen:
        return None
    umfang = und(f"{zahl} {was}" for zahl, was in konzept.zaehlung if zahl)
    stand = f" (Stand {konzept.stand})" if konzept.stand else ""
    saetze = [f"Das Handlungskonzept{stand} umfasst {umfang}.", _beschlossen(konzept.beschluss)]
    return " ".join([*filter(None, saetze), *_staende(konzept.massnahmen)])


def konzeptstand_laut_bericht(bericht: Any) -> str | None:
    """Say the same as far as an activity report tells (2.2)."""
    ziele, massnahmen = als_liste(wert_an(bericht, ZIELE)), massnahmen_laut_bericht(bericht)
    if not ziele:
        return None
    umfang = und(filter(None, [_zahl(len(ziele), "Ziel", "Ziele"), _zahl(len(massnahmen), "Maßnahme", "Maßnahmen")]))
    saetze = [f"Das Handlungskonzept umfasst {umfang}.", _beschlossen(wert_an(bericht, BESCHLUSS))]
    return " ".join([*filter(None, saetze), *_staende(massnahmen)])


def und(teile: Iterable[str]) -> str:
    """Join with commas and a closing „und“."""
    *vorn, letzter = list(teile)
    return f"{', '.join(vorn)} und {letzter}" if vorn else letzter


def _kommt_noch(eintrag: Veranstaltung, stichtag: date) -> bool:
    return eintrag.datum is not None and kommt_noch(eintrag.datum, stichtag)


def _treffen(anzahl: int) -> str:
    return "bisher ein Treffen" if anzahl == 1 else f"bisher {anzahl} Treffen"


def _netzwerk(netzwerk: Any) -> str:
    zusatz = ", ".join(text.strip() for text in (netzwerk.rolle, netzwerk.turnus) if text and text.strip())
    return f"{netzwerk.name.strip()} ({zusatz})" if zusatz else f"{netzwerk.name.strip()}"


def _staende(massnahmen: Collection[Any]) -> Iterator[str]:
    """Count the measures by state, in the order of the states; measures that say none are named too."""
    je_stand = Counter(eine.stand for eine in massnahmen)
    genannt = [f"{je_stand[stand]} {stand.titel}" for stand in Stand if je_stand[stand]]
    if genannt:
        yield f"Von den Maßnahmen {'ist' if sum(je_stand.values()) - je_stand[None] == 1 else 'sind'} {und(genannt)}."
    if genannt and je_stand[None]:
        yield f"Zu {_zahl(je_stand[None], 'Maßnahme', 'Maßnahmen')} ist kein Stand angegeben."


def _beschlossen(beschluss: Any) -> str:
    """Say who adopted the concept; nothing if nobody did, or it is not said."""
    verabschiedet = beschluss.verabschiedet if isinstance(beschluss, Beschluss) else None
    verabschiedet = verabschiedet.antwort if isinstance(verabschiedet, Erlaeutert) else verabschiedet
    if verabschiedet is not True:
        return ""
    wer = f" von: {beschluss.gremium.strip()}" if (beschluss.gremium or "").strip() else ""
    wann = f" am {beschluss.datum}" if beschluss.datum and beschluss.datum.tag else ""
    return f"Verabschiedet wurde es{wann}{wer}." if wer or wann else "Es ist verabschiedet."


def _zahl(zahl: int, einzahl: str, mehrzahl: str) -> str:
    return f"{zahl} {einzahl if zahl == 1 else mehrzahl}" if zahl else ""

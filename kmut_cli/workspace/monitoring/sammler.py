"""Takes up the rows of a file of figures, one after the other, and understands those of one's own."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal

from kmut_cli.documents.gebiete import NACHFOLGER
from kmut_cli.documents.kennzahlen.messwert import STELLEN
from kmut_cli.documents.vorschlag import als_schluessel
from kmut_cli.findings import limits
from kmut_cli.workspace.monitoring import gebiete
from kmut_cli.workspace.monitoring.lesung import Groesse, Lesung, Rohwert
from kmut_cli.workspace.monitoring.rules import DOPPELT, GEBIET_FEHLT, WERT, ZEILE
from kmut_cli.workspace.monitoring.tabelle import NEU_LADEN
from kmut_cli.workspace.monitoring.widerspruch import melde_widerspruch
from kmut_cli.workspace.monitoring.zahlen import KeineZahl, Schreibweise, Vieldeutig
from kmut_cli.workspace.monitoring.zeiten import lies_zeit, mit_teil

_INSGESAMT = frozenset({"insgesamt", "gesamt", "total", "alle", "zusammen"})
_GEBIETE_GEZEIGT = 60
_QUALITAET = {"p": "vorläufig", "r": "berichtigt", "s": "geschätzt"}


@dataclass(frozen=True, slots=True)
class Rohzeile:
    """A row of one's own before its value is understood.

    Attributes:
        zeile: Line of the file.
        spalte: Number of the cell that holds the value, from 0.
        groesse: What is counted.
        zeit: As the file writes it.
        zeitspalte: Number of its cell.
        zeitteil: Code of the month or quarter, if a variable of its own names it.
        merkmale: Code and name of each characteristic with code and name of its category; none for totals.
        wert: The cell.
        qualitaet: Sign of quality that stands in a column of its own; empty if there is none.
    """

    zeile: int
    spalte: int
    groesse: Groesse
    zeit: str
    zeitspalte: int
    zeitteil: str
    merkmale: tuple[tuple[str, str, str, str], ...]
    wert: str
    qualitaet: str = ""


def ist_gesamt(schluessel: str, name: str) -> bool:
    """Whether a category is the total."""
    return not schluessel.strip() or als_schluessel(name) in _INSGESAMT


@dataclass
class Sammler:
    """Takes up one row after the other, and gives the result at the end.

    Attributes:
        lesung: What is being put together.
        ags: The own key.
        schreibweise: What is known of how the file writes numbers.
        voll: Whether there were more rows of one's own than the limit; then there is no need to go on.
    """

    lesung: Lesung
    ags: str
    schreibweise: Schreibweise
    voll: bool = False
    _eigene: list[Rohzeile] = field(default_factory=list)
    _zeiten: Counter[str] = field(default_factory=Counter)
    _ohne_null: bool = False
    _gekuerzt: int = 0

    def gehoert(self, zelle: str, name: str, zeit: str) -> bool:
        """Note the region of a row, and say whether it is the own one."""
        gelesen = gebiete.schluessel(zelle)
        if gelesen and gelesen not in self.lesung.gebiete:
            self.lesung.gebiete[gelesen] = " ".join(name.split())
            self._ohne_null = self._ohne_null or gebiete.ohne_null(zelle)
        self._zeiten[zeit] += 1
        return gebiete.ist_eigen(gelesen, self.ags)

    def nimm(self, zeile: Rohzeile) -> None:
        """Take a row of one's own, unless there are more than any table has."""
        if len(self._eigene) < limits.STATISTIKZEILEN.wert:
            self._eigene.append(zeile)
        elif not self.voll:
            self.voll = True
            grenze = limits.als_zahl(limits.STATISTIKZEILEN.wert)
            text = (
                f"Für das Gebiet {self.ags} hat die Datei mehr als {grenze} Werte; ab hier wurde nicht weiter gelesen."
            )
            hilfe = f"Wählen Sie beim Herunterladen weniger Merkmale oder Jahre. {limits.STATISTIKZEILEN.hinweis}"
            self.lesung.tabelle.melde(WERT, zeile.zeile, text, hilfe, spalte=zeile.spalte)

    def fertig(self) -> Lesung:
        """Understand all own rows."""
        lesung = self.lesung
        if melde_widerspruch(lesung.tabelle, self.schreibweise) or self.voll:
            return lesung
        for zeile in self._eigene:
            if (wert := self._wert(zeile)) is not None:
                lesung.werte.append(wert)
        lesung.werte.sort(key=lambda eins: (eins.groesse.code, eins.zeit, list(eins.merkmale.items()), eins.zeile))
        self._pruefe_doppelte()
        if not self._eigene:
            self._melde_gebiet()
        else:
            self._melde_luecken()
        self._sammle_hinweise()
        return lesung

    def _sammle_hinweise(self) -> None:
        lesung = self.lesung
        tabelle = lesung.tabelle
        if tabelle.bricht_ab and any(self._am_ende(zeile) for zeile in self._eigene):
            text = "Mit diesem Wert hört die Datei ohne Zeilenende auf; ihm können Ziffern fehlen."
            hilfe = f"{NEU_LADEN} Ist der Wert vollständig, setzen Sie dahinter einen Zeilenumbruch."
            tabelle.melde(ZEILE, tabelle.letzte_zeile, text, hilfe, spalte=len(tabelle.spalten) - 1)
        elif tabelle.bricht_ab:
            text = "Die letzte Zeile der Datei hat kein Zeilenende; vielleicht ist sie abgeschnitten."
            lesung.hinweise.append(f"{text} Sehen Sie nach, ob Jahre fehlen.")
        if self._ohne_null:
            text = (
                "Den Gebietsschlüsseln fehlt die führende Null (3357 statt 03357); die Datei war wohl in Excel offen."
            )
            lesung.hinweise.append(f"{text} Sie sind mit Null gelesen.")
        if self._gekuerzt:
            text = f"Auf {STELLEN} Nachkommastellen gerundete Werte: {self._gekuerzt}."
            lesung.hinweise.append(text)
        if lesung.werte and all(eins.zeichen == "-" for eins in lesung.werte):
            text = (
                "Statt aller Zahlen steht dort „-“: Es gab nichts zu zählen, oder die Zahlen sind nicht veröffentlicht."
            )
            lesung.hinweise.append(f"{text} Sehen Sie bei der Quelle nach, ehe Sie sie einlesen.")

    def _am_ende(self, zeile: Rohzeile) -> bool:
        """Whether the value of a row is the very last thing in the file."""
        return zeile.zeile == self.lesung.tabelle.letzte_zeile and zeile.spalte == len(self.lesung.tabelle.spalten) - 1

    def _wert(self, zeile: Rohzeile) -> Rohwert | None:
        tabelle, text = self.lesung.tabelle, zeile.wert.strip()
        zeit = lies_zeit(zeile.zeit)
        if zeit is not None and zeile.zeitteil:
            zeit = mit_teil(zeit, zeile.zeitteil)
        if zeit is None:
            meldung = f"„{zeile.zeit.strip() or zeile.zeitteil}“ ist kein Stichtag, kein Jahr und kein Zeitraum."
            tabelle.melde(WERT, zeile.zeile, meldung, NEU_LADEN, spalte=zeile.zeitspalte)
            return None
        if not text and not zeile.qualitaet:
            self.lesung.leer += 1
            return None
        try:
            zelle = self.schreibweise.lies(text or zeile.qualitaet)
        except Vieldeutig:
            meldung = f"„{text}“ ist vieldeutig: Steht darin ein Zeichen für Tausender oder für Nachkommastellen?"
            hilfe = f"{NEU_LADEN} Oder sagen Sie mit --decimal punkt oder --decimal komma, was die Stellen trennt."
            tabelle.melde(WERT, zeile.zeile, meldung, hilfe, spalte=zeile.spalte)
            return None
        except KeineZahl:
            excel = f" So schreibt Excel. {NEU_LADEN}" if "#" in text or "E+" in text.upper() else f" {NEU_LADEN}"
            meldung = f"„{text}“ ist weder eine Zahl noch eines der Zeichen - . ... / x ()."
            tabelle.melde(WERT, zeile.zeile, meldung, excel.strip(), spalte=zeile.spalte)
            return None
        return Rohwert(
            zeile.zeile,
            zeile.groesse,
            zeit,
            {_wort(name): _wort(auspraegung) for _c, name, _a, auspraegung in zeile.merkmale},
            {code.upper(): auspraegung.upper() for code, _n, auspraegung, _p in zeile.merkmale},
            self._gerundet(zelle.wert),
            zelle.zeichen,
            _QUALITAET.get(zeile.qualitaet.strip().lower(), ""),
            zeile.spalte,
        )

    def _gerundet(self, wert: Decimal | None) -> Decimal | None:
        """Give a number with no more decimals than a value may have; platforms write 12.300000000000001 for 12.3."""
        if wert is None or -int(wert.as_tuple().exponent) <= STELLEN:
            return wert
        self._gekuerzt += 1
        return Decimal(f"{wert.quantize(Decimal(1).scaleb(-STELLEN)).normalize():f}")

    def _pruefe_doppelte(self) -> None:
        """Tell of places that have two different values; the same one twice is harmless."""
        gesehen: dict[tuple[object, ...], Rohwert] = {}
        eindeutig: list[Rohwert] = []
        for eins in self.lesung.werte:
            ort = (eins.groesse, eins.zeit, frozenset(eins.merkmale.items()))
            anderer = gesehen.setdefault(ort, eins)
            if anderer is eins:
                eindeutig.append(eins)
            elif (anderer.wert, anderer.zeichen) != (eins.wert, eins.zeichen):
                wo = ", ".join([eins.zeit, *eins.merkmale.values()])
                text = f"Für {wo} stehen zwei verschiedene Werte in der Datei, der andere in Zeile {anderer.zeile}."
                hilfe = "Wählen Sie beim Herunterladen eine Tabelle, in der jeder Wert einmal steht."
                self.lesung.tabelle.melde(DOPPELT, eins.zeile, text, hilfe)
        self.lesung.werte = eindeutig

    def _melde_gebiet(self) -> None:
        tabelle, alle = self.lesung.tabelle, self.lesung.gebiete
        if not alle:
            if not self.lesung.fehlerhaft:
                tabelle.melde(GEBIET_FEHLT, 0, "Die Datei enthält unter ihrer Überschrift keine Werte.", NEU_LADEN)
            return
        nah = [f"{eins} ({name})" for eins, name in sorted(alle.items()) if eins[:5] == self.ags[:5]]
        gezeigt = ", ".join(sorted(alle)[:_GEBIETE_GEZEIGT])
        weitere = f" und {len(alle) - _GEBIETE_GEZEIGT} weitere" if len(alle) > _GEBIETE_GEZEIGT else ""
        hilfe = f"Darin stehen: {gezeigt}{weitere}." + (f" Nahe liegt: {', '.join(nah)}." if nah else "")
        if self.ags in NACHFOLGER:
            hilfe = f"{self.ags} gibt es nicht mehr; das Gebiet gehört zu {NACHFOLGER[self.ags]}. {hilfe}"
        tabelle.melde(GEBIET_FEHLT, 0, f"Zum Gebiet {self.ags} steht nichts in der Datei.", hilfe)

    def _melde_luecken(self) -> None:
        """Tell of times for which there are others but not oneself, as in a file that was cut off between two rows."""
        eigene = {eins.zeit for eins in self._eigene}
        fehlt = sorted(zeit for zeit in self._zeiten if zeit not in eigene)
        if fehlt:
            text = f"Zum Gebiet {self.ags} fehlt in der Datei: {', '.join(fehlt)}; andere Gebiete haben dort Werte."
            self.lesung.hinweise.append(text)


def _wort(text: str) -> str:
    """Write a name so that it can stand among breakdowns, which ``=`` and ``|`` separate."""
    return " ".join(text.replace("=", " ").replace("|", "/").split())

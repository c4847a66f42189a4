"""Values of indicators in a CSV file: its columns are the parts of a value as they stand in ``monitoring.yaml``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from kmut_cli.documents.kennzahlen import rules as rules
from kmut_cli.documents.kennzahlen.csvtabelle import CsvTabelle, Zelle, lies_csv, schreibe_csv
from kmut_cli.documents.kennzahlen.kennzahl import Messwert
from kmut_cli.documents.meldungen import kurz, meldung
from kmut_cli.documents.validieren import validiere
from kmut_cli.documents.vorschlag import meinten_sie
from kmut_cli.documents.weitere import begrenzt
from kmut_cli.findings import limits
from kmut_cli.findings.finding import Finding, Severity, dotted
from kmut_cli.findings.rule import Rule

SPALTEN = tuple(Messwert.model_fields)
"""The columns, in the order in which kmut writes them."""
PFLICHT = ("indikator", "zeit", "wert")


@dataclass(frozen=True, slots=True)
class Dateiwert:
    """A value of a CSV file, at its place.

    Attributes:
        wert: The value; what is wrong in it is left out.
        stelle: Offset of its row in the text of the file.
        nummer: Number of the row from 0, the header not counted.
        spalten: Column of each part.
        tabelle: The file.
    """

    wert: Messwert
    stelle: int
    nummer: int
    spalten: Mapping[str, int]
    tabelle: CsvTabelle

    @property
    def zeile(self) -> tuple[Zelle, ...]:
        """The cells of its row, read again: hardly any is asked for, and there are many."""
        return self.tabelle.zeile_ab(self.stelle)

    def steht_da(self, name: str) -> bool:
        """Whether anything was typed for a part, be it wrong."""
        if getattr(self.wert, name) is not None:
            return True
        stelle = self.spalten.get(name)
        return stelle is not None and bool(self.zeile[stelle].text)

    def finding(
        self, rule: Rule, name: str, message: str, help: str = "", *, severity: Severity | None = None
    ) -> Finding:
        """Build a finding at a part of the value; without a column of that name, at the beginning of the row."""
        stelle, zeile = self.spalten.get(name, 0), self.zeile
        zelle = zeile[stelle] if stelle < len(zeile) else zeile[-1]
        ort = dotted(("werte", self.nummer, name))
        return self.tabelle.finding(rule, zelle.von, zelle.bis, message, help, ort=ort, schwere=severity)


@dataclass(frozen=True)
class Wertedatei:
    """A file of values.

    Attributes:
        tabelle: The file.
        werte: Its values.
        findings: Everything wrong with it.
    """

    tabelle: CsvTabelle
    werte: tuple[Dateiwert, ...]
    findings: tuple[Finding, ...]


def lies_wertedatei(path: str, inhalt: bytes) -> Wertedatei:
    """Read a file of values; never raises for what it holds.

    Args:
        path: As the user would name it, for the findings.
        inhalt: Its bytes.
    """
    tabelle = lies_csv(path, inhalt)
    findings = list(tabelle.findings)
    zeilen = tabelle.zeilen
    kopf = next(zeilen, ())
    if not kopf:
        if not findings:
            text = "Die Wertedatei ist leer."
            hilfe = f"In die erste Zeile gehören die Namen der Spalten: {';'.join(SPALTEN[:5])};…"
            findings.append(rules.WERTEDATEI.finding(path, text, hilfe))
        return Wertedatei(tabelle, (), tuple(findings))
    im_kopf = list(begrenzt(_kopf(tabelle, kopf)))
    findings += im_kopf
    spalten = {zelle.text.lower(): nummer for nummer, zelle in reversed(list(enumerate(kopf)))}
    if any(fehler.severity is Severity.ERROR for fehler in im_kopf):
        return Wertedatei(tabelle, (), tuple(findings))
    werte: list[Dateiwert] = []
    findings += begrenzt(_fehler_der_zeilen(tabelle, kopf, spalten, zeilen, werte))
    return Wertedatei(tabelle, tuple(werte), tuple(findings))


def _fehler_der_zeilen(
    tabelle: CsvTabelle,
    kopf: Sequence[Zelle],
    spalten: Mapping[str, int],
    zeilen: Iterable[tuple[Zelle, ...]],
    werte: list[Dateiwert],
) -> Iterator[Finding]:
    """Give what is wrong with the rows, and add the values of the others to ``werte``."""
    hoechstens = limits.TABELLENZEILEN.wert
    for nummer, zeile in enumerate(zeilen):
        if nummer == hoechstens:
            text = f"Die Wertedatei hat mehr als {limits.TABELLENZEILEN.text}; ab hier wurde nicht weiter gelesen."
            hilfe = f"Teilen Sie sie auf, oder löschen Sie, was nicht gebraucht wird. {limits.TABELLENZEILEN.hinweis}"
            yield tabelle.finding(rules.WERTEDATEI, zeile[0].von, zeile[-1].bis, text, hilfe)
            return
        if form := _zeilenform(tabelle, kopf, zeile, nummer):
            yield form
            continue
        eins, fehler = _wert(tabelle, spalten, zeile, nummer)
        yield from fehler
        if eins is not None:
            werte.append(eins)


def schreibe_wertedatei(werte: Iterable[Messwert], spalten: Sequence[str] = SPALTEN) -> str:
    """Write values the way :func:`lies_wertedatei` reads them, with the header.

    Args:
        werte: The values.
        spalten: Columns to write, such as those that a file has already.
    """
    return schreibe_csv([tuple(spalten), *(als_zeile(eins, spalten) for eins in werte)])


def als_zeile(wert: Messwert, spalten: Sequence[str] = SPALTEN) -> tuple[str, ...]:
    """Give the cells of a value: decimal comma, dates as ISO 8601 has them, signs as published."""
    return tuple(als_text(name, getattr(wert, name)) for name in spalten)


def als_text(name: str, wert: Any) -> str:
    """Write one part of a value as it stands in a file."""
    if wert is None:
        return ""
    if name == "zeichen":
        return str(wert.symbol)
    if isinstance(wert, Decimal):
        return f"{wert:f}".replace(".", ",")
    if name == "abruf":
        return _iso(wert)
    if name == "zeit":
        return _iso(wert.von) if wert.von == wert.bis else f"{_iso(wert.von)}/{_iso(wert.bis)}"
    return str(wert)


def _iso(datum: Any) -> str:
    teile = (f"{datum.jahr:04}", *(f"{teil:02}" for teil in (datum.monat, datum.tag) if teil is not None))
    return "-".join(teile)


def _kopf(tabelle: CsvTabelle, kopf: Sequence[Zelle]) -> Iterator[Finding]:
    """Look at the header: known columns, each once, and those without which a row says nothing."""
    if zu_breit := _zu_breit(tabelle, kopf):
        yield zu_breit
        return
    if len(kopf) == 1 and (anders := next((z for z in ",\t|" if z in kopf[0].text), "")):
        wort = {"\t": "Tabulator"}.get(anders, f"„{anders}“")
        text = f"Die Spalten sind mit {wort} getrennt statt mit „;“."
        yield _im_kopf(tabelle, kopf[0], text, "Speichern Sie die Tabelle als CSV mit Semikolon als Trennzeichen.")
        return
    gesehen: set[str] = set()
    for zelle in kopf:
        name = zelle.text.lower()
        if name not in SPALTEN:
            nah = meinten_sie(zelle.text, SPALTEN)
            hilfe = f"Meinten Sie „{nah}“?" if nah else f"Möglich sind: {', '.join(SPALTEN)}."
            unbekannt = f"Die Spalte „{kurz(zelle.text)}“ kennt kmut nicht."
            text = unbekannt if zelle.text else "Diese Spalte hat keinen Namen."
            yield _im_kopf(tabelle, zelle, text, hilfe)
        elif name in gesehen:
            yield _im_kopf(tabelle, zelle, f"Die Spalte „{name}“ steht zweimal im Kopf.", "Löschen Sie eine davon.")
        gesehen.add(name)
    for name in PFLICHT:
        if name not in gesehen:
            text = f"Im Kopf der Wertedatei fehlt die Spalte „{name}“."
            hilfe = f"Die erste Zeile nennt die Spalten, z. B. {';'.join(SPALTEN[:5])};quelle"
            yield _im_kopf(tabelle, kopf[0], text, hilfe)


def _im_kopf(tabelle: CsvTabelle, zelle: Zelle, text: str, hilfe: str) -> Finding:
    return tabelle.finding(rules.WERTEDATEI, zelle.von, zelle.bis, text, hilfe)


def _zeilenform(tabelle: CsvTabelle, kopf: Sequence[Zelle], zeile: Sequence[Zelle], nummer: int) -> Finding | None:
    """Say where a row does not fit the header; a file that was cut off ends in such a row."""
    ort = dotted(("werte", nummer))
    if len(zeile) > len(kopf) and (zu_breit := _zu_breit(tabelle, zeile, ort)):
        return zu_breit
    offen = next((zelle for zelle in zeile if zelle.unvollstaendig), None)
    if offen is not None:
        text = "Mit diesem Anführungszeichen beginnt ein Text, der nicht richtig endet."
        hilfe = 'Schreiben Sie "…" um den ganzen Text und "" für ein Anführungszeichen darin.'
        return tabelle.finding(rules.WERTEDATEI, offen.von, offen.von + 1, text, hilfe, ort=ort)
    if len(zeile) > len(kopf):
        zelle = zeile[len(kopf)]
        text = f"Diese Zeile hat {len(zeile)} Spalten, der Kopf {len(kopf)}."
        hilfe = 'Steht ein Semikolon im Text, setzen Sie den Text in "…".'
        return tabelle.finding(rules.WERTEDATEI, zelle.von, zeile[-1].bis, text, hilfe, ort=ort)
    if len(zeile) < len(kopf):
        anzahl = "1 Spalte" if len(zeile) == 1 else f"{len(zeile)} Spalten"
        text = f"Diese Zeile hat nur {anzahl}, der Kopf {len(kopf)}; womöglich ist die Datei unvollständig."
        hilfe = "Ergänzen Sie die Zeile; leere Spalten am Ende brauchen ihr Semikolon."
        return tabelle.finding(rules.WERTEDATEI, zeile[-1].von, zeile[-1].bis, text, hilfe, ort=ort)
    return None


def _zu_breit(tabelle: CsvTabelle, zeile: Sequence[Zelle], ort: str = "") -> Finding | None:
    """Say where a row was cut off because no table has that many columns."""
    hoechstens = limits.TABELLENSPALTEN
    if len(zeile) <= hoechstens.wert:
        return None
    zelle = zeile[hoechstens.wert]
    text = f"Diese Zeile hat mehr als {hoechstens.text}; ab hier wurde nicht weiter gelesen."
    hilfe = f"Löschen Sie die überzähligen Semikolons. {hoechstens.hinweis}"
    return tabelle.finding(rules.WERTEDATEI, zelle.von, zelle.von + 1, text, hilfe, ort=ort)


def _wert(
    tabelle: CsvTabelle, spalten: Mapping[str, int], zeile: tuple[Zelle, ...], nummer: int
) -> tuple[Dateiwert | None, list[Finding]]:
    daten = {name: zeile[stelle].text for name, stelle in spalten.items() if zeile[stelle].text}
    ergebnis = validiere(Messwert, daten)
    findings = []
    for fehler in ergebnis.fehler:
        name = str(fehler.ort[0])
        eine, zelle = meldung(fehler.art, fehler.wert, fehler.kontext, name, []), zeile[spalten[name]]
        ort = dotted(("werte", nummer, name))
        findings.append(tabelle.finding(eine.rule, zelle.von, zelle.bis, eine.message, eine.help, ort=ort))
    if ergebnis.modell is None:
        return None, findings
    return Dateiwert(ergebnis.modell, zeile[0].von, nummer, spalten, tabelle), findings

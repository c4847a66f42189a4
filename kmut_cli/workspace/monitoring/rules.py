"""The codes of what can be wrong with a file of figures that is to be read in."""

from __future__ import annotations

from kmut_cli.findings.finding import Severity
from kmut_cli.findings.rule import Example, Rule

_MAPPE = 'kommune: {name: Landkreis Musterland, ags: "03999", typ: landkreis}\n'
_MONITORING = (
    "dokument: monitoring\n"
    "indikatoren:\n"
    '  - nummer: "1"\n'
    "    name: Bevölkerung\n"
    "    einheit: Personen\n"
    '    statistik: ["12411:BEVSTD", "IM 1.1.1"]\n'
)
_KOPF = "Year,Gebietseinheit,GeoCode,Value\n"
_GUT = _KOPF + "2023,Musterland,K03999,163200\n2024,Musterland,K03999,163455\n"
_BEFEHL = "monitoring import {ordner}/im-1-1-1.csv --file {datei} --dry-run"


def _beispiel(
    csv: str | bytes, *, mappe: str = _MAPPE, monitoring: str = _MONITORING, name: str = "im-1-1-1"
) -> Example:
    inhalt = csv if isinstance(csv, bytes) else csv.encode()
    befehl = _BEFEHL.replace("im-1-1-1", name)
    return Example(monitoring, {f"{name}.csv": inhalt, "kmut.yaml": mappe.encode()}, befehl)


_RICHTIG = _beispiel(_GUT)


def _regel(
    code: str,
    titel: str,
    erklaerung: str,
    falsch: Example,
    richtig: Example = _RICHTIG,
    schwere: Severity = Severity.ERROR,
) -> Rule:
    return Rule(code, titel, schwere, erklaerung, falsch, richtig)


KEINE_STATISTIK = _regel(
    "KM191",
    "Keine Datei mit Zahlen, die sich einlesen lässt",
    "`kmut monitoring import` liest zwei Arten von Dateien: die CSV-Dateien des Integrationsmonitorings Niedersachsen"
    " (Überschrift `Year,Gebietseinheit,GeoCode,Value`, dazwischen auch weitere Spalten) und die flache CSV-Datei"
    " („flat“), die Regionaldatenbank Deutschland und GENESIS anbieten, mit den neuen oder den alten Namen der Spalten."
    " Excel-Dateien, ZIP-Archive und Tabellen zum Ansehen sind etwas anderes. Die Überschrift muss vollständig sein und"
    " jede Spalte einmal nennen.",
    _beispiel("Jahr;Einwohner\n2024;163455\n"),
)
KODIERUNG = _regel(
    "KM192",
    "Umlaute der Datei sind verdorben",
    "Gelesen werden UTF-8 (mit und ohne Marke am Anfang), UTF-16 mit Marke, ISO-8859-1 und Windows-1252. Sind Umlaute"
    " entstellt, hat ein Programm die Datei mit einer falschen Codierung geöffnet und gespeichert; was sonst noch"
    " verändert ist, weiß dann niemand.",
    _beispiel(_KOPF + "2024,Göttingen,K03999,163455\n".encode().decode("cp1252")),
)
ZEILE = _regel(
    "KM193",
    "Zeile der Datei ist unvollständig",
    "Jede Zeile hat so viele Spalten wie die Überschrift. Fehlen welche, ist die Datei abgeschnitten oder verändert;"
    " eingelesen wird dann nichts, auch nicht der Teil davor, denn niemand weiß, was sonst noch fehlt.",
    _beispiel(_GUT + "2025,Musterl"),
)
WERT = _regel(
    "KM194",
    "Wert oder Zeit in der Datei ist nicht lesbar",
    "Ein Wert ist eine Zahl mit Dezimalpunkt oder Dezimalkomma, eines der Zeichen `-`, `.`, `...`, `/`, `x`, `()` oder"
    " eine Zahl in Klammern. Ein Zeichen bleibt ein Zeichen und wird nie zur 0. Steht in der ganzen Datei nur"
    " `165.904`, kann niemand wissen, ob der Punkt Tausender trennt; `--decimal` sagt es dann. Stehen in einer Datei"
    " Dezimalpunkt und Dezimalkomma nebeneinander, wie `12.5` und `3,7`, wird nichts gelesen.",
    _beispiel(_GUT.replace(",", ";").replace("163455", "1,6E+05")),
)
KEIN_GEBIET = _regel(
    "KM195",
    "Eigener Gemeindeschlüssel ist nicht bekannt",
    "Aus einer Datei mit allen Landkreisen werden nur die eigenen Zahlen gelesen. Welche das sind, sagt der Amtliche"
    " Gemeindeschlüssel unter `kommune` in `kmut.yaml` oder im Monitoring selbst.",
    _beispiel(_GUT, mappe="kommune: {name: Landkreis Musterland}\n"),
)
GEBIET_FEHLT = _regel(
    "KM196",
    "Das eigene Gebiet kommt in der Datei nicht vor",
    "Die Datei ist lesbar, hat aber zum eigenen Gemeindeschlüssel keine Zeile. Oft ist sie für andere Gebiete oder eine"
    " andere Ebene ausgewählt worden, manche Zahlen gibt es für die beiden großen selbständigen Städte nicht.",
    _beispiel(_GUT.replace("K03999", "K03357")),
)
KEIN_INDIKATOR = _regel(
    "KM197",
    "Zu den Zahlen der Datei gehört keine Kennzahl",
    "Welche Kennzahl eine Datei füllt, sagt die Kennzahl selbst unter `statistik`, mit der Nummer der Statistik und der"
    ' Größe (`"12411:BEVSTD"`) oder der Nummer der Tabelle (`"IM 1.1.1"`). Soll nur ein Merkmal hinein, steht es'
    ' dahinter: `"12411:BEVSTD NAT=NATA"`. Für ein einzelnes Mal genügt `--indicator`.',
    _beispiel(_GUT, monitoring=_MONITORING.replace('"12411:BEVSTD", "IM 1.1.1"', '"12411:BEVSTD"')),
)
DOPPELT = _regel(
    "KM198",
    "Zwei verschiedene Werte für dasselbe",
    "Zu einer Kennzahl gehört für eine Zeit und ein Merkmal ein Wert. Nennt die Datei zwei verschiedene, ist meist"
    " die Auswahl beim Herunterladen zu weit gewesen; welcher gilt, entscheidet kmut nicht.",
    _beispiel(_GUT + "2024,Musterland,K03999,163999\n"),
)
REVISION = _regel(
    "KM199",
    "Ein vorhandener Wert lautet jetzt anders",
    "Statistische Ämter berichtigen ihre Zahlen. Ein Wert, der im Monitoring schon steht und in der Datei anders"
    " lautet, bleibt stehen und wird gemeldet; mit `--update` tritt der neue an seine Stelle, und der frühere steht"
    " dann unter `revidiert`. Hat der vorhandene eine andere Quelle, ist das keine Berichtigung: Dann hält die"
    " Bemerkung fest, was dort stand und laut wem, und am Terminal fragt kmut eigens danach.",
    _beispiel(_GUT, monitoring=_MONITORING + 'werte:\n  - {indikator: "1", zeit: 2024, wert: 163400}\n'),
    _beispiel(_GUT, monitoring=_MONITORING + 'werte:\n  - {indikator: "1", zeit: 2024, wert: 163455}\n'),
    Severity.WARNING,
)  # fmt: skip

RULES = (
    KEINE_STATISTIK, KODIERUNG, ZEILE, WERT, KEIN_GEBIET, GEBIET_FEHLT, KEIN_INDIKATOR, DOPPELT, REVISION,
)  # fmt: skip

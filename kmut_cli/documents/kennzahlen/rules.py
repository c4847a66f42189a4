"""The code of a file of values that cannot be read as one."""

from __future__ import annotations

from kmut_cli.findings.finding import Severity
from kmut_cli.findings.rule import Example, Rule

_YAML = "dokument: monitoring\nkatalog: osnabrueck-2015\nwertedatei: werte.csv\n"
_WERT = "31.12.2024;163455;Landesamt für Statistik Niedersachsen\n"

WERTEDATEI = Rule(
    "KM451",
    "Die Wertedatei fehlt oder ist falsch aufgebaut",
    Severity.ERROR,
    "`wertedatei` nennt eine CSV-Datei neben `monitoring.yaml`: UTF-8, Spalten mit Semikolon getrennt, in der ersten"
    " Zeile die Namen der Spalten. Nötig sind `indikator`, `zeit` und `wert`; möglich sind alle Angaben, die ein Wert"
    " auch in `monitoring.yaml` haben kann. Jede Zeile hat so viele Spalten wie der Kopf. Eine Zeile, die nicht passt,"
    " wird nicht gelesen.",
    Example(_YAML, files={"werte.csv": f"kennzahl;zeit;wert;quelle\n1;{_WERT}".encode()}),
    Example(_YAML, files={"werte.csv": f"indikator;zeit;wert;quelle\n1;{_WERT}".encode()}),
)
RULES = (WERTEDATEI,)

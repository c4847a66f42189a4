"""The codes of what can be wrong before a file is even read, and with where output goes."""

from __future__ import annotations

from kmut_cli.findings.finding import Severity
from kmut_cli.findings.rule import Example, Rule
from kmut_cli.workspace.monitoring import rules as monitoring

_GUT = Example('dokument: taetigkeitsbericht\ngliederung: "2020"\n')


def _fehler(code: str, titel: str, erklaerung: str, befehl: str, dateien: dict[str, bytes] | None = None) -> Rule:
    falsch = Example(_GUT.text, files=dateien or {}, command=befehl)
    return Rule(code, titel, Severity.ERROR, erklaerung, falsch, _GUT)


FEHLT = _fehler(
    "KM181",
    "Datei oder Ordner nicht gefunden",
    "Unter dem Namen, der im Befehl steht, gibt es nichts. Oft fehlt ein Unterordner oder die Endung `.yaml`.",
    "check {ordner}/brecht.yaml",
)
NICHT_LESBAR = _fehler(
    "KM182",
    "Datei oder Ordner lässt sich nicht lesen",
    "Das Betriebssystem verweigert den Zugriff, zum Beispiel weil die Leserechte fehlen oder das Netzlaufwerk nicht"
    " verbunden ist. Als Datei lesen lässt sich auch kein Ordner, der auf sich selbst verweist, und keine Datei, deren"
    " Name länger ist, als das Betriebssystem erlaubt.",
    "check {ordner}/" + "a" * 300 + ".yaml",
)
LEERER_ORDNER = _fehler(
    "KM183",
    "Im Ordner ist kein Dokument",
    "Beachtet werden Dateien mit der Endung `.yaml` oder `.yml`, in denen eine Zeile mit `dokument:` beginnt, auch in"
    " Unterordnern; versteckte Ordner bleiben außen vor.",
    "check {ordner}/anlagen",
    {"anlagen/notiz.txt": b"nur eine Notiz\n"},
)
KEINE_DATEI = _fehler(
    "KM184",
    "Das ist keine gewöhnliche Datei",
    "Gelesen werden nur Dateien, keine Geräte, Leitungen oder Sockets, denn diese enden womöglich nie.",
    "check /dev/null",
)

RULES = (FEHLT, NICHT_LESBAR, LEERER_ORDNER, KEINE_DATEI, *monitoring.RULES)

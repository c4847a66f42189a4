"""The codes of group 5: what can be wrong when a document is given out."""

from __future__ import annotations

from kmut_cli.findings.finding import Severity
from kmut_cli.findings.limits import MARKDOWNDOKUMENT, MARKDOWNSCHRITTE, MARKDOWNTIEFE
from kmut_cli.findings.rule import Example, Rule

_KOPF = 'dokument: taetigkeitsbericht\ngliederung: "2020"\n'
_BEFEHL = "render {datei} --format md"
_ALT = {"alt/bericht.yaml": _KOPF.encode()}


def _vorlage(text: str) -> dict[str, bytes]:
    return {"templates/md/taetigkeitsbericht.md.j2": text.encode()}


VORLAGE = Rule(
    "KM501",
    "Die Vorlage lässt sich nicht verwenden",
    Severity.ERROR,
    "Eine Vorlage darf nur Namen verwenden, die es gibt, und nichts anderes tun, als das Dokument zu zeigen. Die"
    " Meldung nennt die Vorlage, die Stelle und den Namen. `kmut template copy` gibt eine Vorlage, die funktioniert,"
    " als Anfang für eine eigene.",
    Example(_KOPF, _vorlage("# {{ dokument.tittel }}\n"), _BEFEHL),
    Example(_KOPF, _vorlage("# {{ dokument.titel }}\n"), _BEFEHL),
)
NICHT_GESCHRIEBEN = Rule(
    "KM502",
    "Die Ausgabe lässt sich nicht schreiben",
    Severity.ERROR,
    "Häufig ist die Datei noch in Word geöffnet, der Ordner schreibgeschützt oder der Datenträger voll. Was vorher in"
    " der Datei stand, ist unverändert.",
    Example(_KOPF, {"ziel": b"eine Datei, kein Ordner"}, _BEFEHL + " --out {ordner}/ziel/tief"),
    Example(_KOPF, {}, _BEFEHL + " --out {ordner}/ziel/tief"),
)
GLEICHES_ZIEL = Rule(
    "KM503",
    "Zwei Dokumente hätten dieselbe Ausgabedatei",
    Severity.ERROR,
    "Mit `--out` landen alle Ausgaben in einem Ordner. Haben zwei Dokumente denselben Namen, überschriebe das zweite"
    " das erste. Nennen Sie den gemeinsamen Ordner statt der einzelnen Dateien, dann bleiben die Unterordner erhalten.",
    Example(_KOPF, _ALT, "render {datei} {ordner}/alt/bericht.yaml --format md --out {ordner}/aus"),
    Example(_KOPF, _ALT, "render {ordner} --format md --out {ordner}/aus"),
)
UNFERTIG = Rule(
    "KM504",
    "Die endgültige Fassung hat noch Fehler",
    Severity.WARNING,
    "Ausgegeben wird sie trotzdem, denn vielleicht brauchen Sie sie gerade zum Gegenlesen. In der endgültigen Fassung"
    " werden offene Fragen aber nicht markiert; unter ihnen bleibt das Blatt leer. `kmut check` nennt jeden Fehler.",
    Example(_KOPF + "status: final\n", {}, _BEFEHL),
    Example(_KOPF + "status: entwurf\n", {}, _BEFEHL),
)
FREMD = Rule(
    "KM505",
    "Die Ausgabe würde fremde Arbeit überschreiben",
    Severity.ERROR,
    "Jemand hat die ausgegebene Datei bearbeitet, oder eine Datei dieses Namens war schon da."
    " kmut überschreibt sie nicht, denn diese Arbeit wäre verloren. Übernehmen Sie Änderungen in die"
    " YAML-Datei, wählen Sie mit `--out` einen anderen Ordner, oder überschreiben Sie die Datei mit `--force`.",
    Example(_KOPF, {"bericht.docx": b"von Hand bearbeitet"}, "render {datei} --format docx"),
    Example(_KOPF, {}, "render {datei} --format docx"),
)

_SITZUNG = "dokument: sitzungsvorlage\nart: mitteilung\ndrucksache: 2021-26/0815\n"
_ALS_OPARL = "render {datei} --format oparl"
OPARL_ART = Rule(
    "KM508",
    "Das Format OParl gibt es nur für Sitzungsvorlagen",
    Severity.WARNING,
    "OParl ist das Austauschformat der Ratsinformationssysteme. Es beschreibt Drucksachen, und das sind von den"
    " Dokumenten dieses Programms nur die Sitzungsvorlagen; andere Dokumente werden in diesem Format übergangen.",
    Example(_KOPF, {}, _ALS_OPARL),
    Example(_SITZUNG, {}, _ALS_OPARL),
)
OPARL_NICHT_OEFFENTLICH = Rule(
    "KM509",
    "Eine nichtöffentliche Vorlage wird nicht als OParl ausgegeben",
    Severity.ERROR,
    "Was über OParl angeboten wird, steht im Internet. Eine Vorlage mit `oeffentlich: nein` gehört dort nicht hin; in"
    " Word und Markdown lässt sie sich ausgeben.",
    Example(_SITZUNG + "oeffentlich: nein\n", {}, _ALS_OPARL),
    Example(_SITZUNG + "oeffentlich: ja\n", {}, _ALS_OPARL),
)

_EIGENE_VORLAGE = {"templates/docx/dokument.docx": b"eine Vorlage"}
QUELLE = Rule(
    "KM510",
    "Die Ausgabe würde eine Quelle überschreiben",
    Severity.ERROR,
    "Eine Ausgabe tritt nie an die Stelle einer Datei, aus der etwas kommt: einer YAML-Datei, einer Tabelle mit Werten"
    " oder einer Vorlage, auch nicht über eine Verknüpfung und nicht mit `--force`. Nennen Sie mit `--out` einen"
    " anderen Ort, oder löschen Sie die Verknüpfung.",
    Example(_KOPF, _EIGENE_VORLAGE, "render {datei} --force --out {ordner}/templates/docx/dokument.docx"),
    Example(_KOPF, {}, "render {datei} --force --out {ordner}/fertig.docx"),
)
WOERTLICH = Rule(
    "KM511",
    "Die Antwort ist so ausgegeben, wie sie dasteht",
    Severity.WARNING,
    "Diese Antwort ist tiefer verschachtelt oder macht mehr Arbeit, als beim Ausgeben erlaubt ist: etwa Tausende"
    " offener Klammern, Hunderte Tabellenspalten oder ein sehr langer Text; oder alle Antworten zusammen machen zu viel"
    " Arbeit. Es fehlt nichts davon, aber Listen, Tabellen und Auszeichnungen sind nicht gestaltet. Teilen Sie die"
    " Antwort auf, oder löschen Sie überzählige Zeichen. Welche Grenze es ist, sagt die Meldung; alle stehen im"
    " Handbuch unter „Grenzen“.",
    Example(f"aufgaben:\n  kmn: '{'> ' * 120}tief'\n", {}, _BEFEHL),
    Example("aufgaben:\n  kmn: '> nicht tief'\n", {}, _BEFEHL),
)
WOERTLICH_WEIL = {
    MARKDOWNTIEFE.variable: "Diese Antwort ist tiefer verschachtelt als",
    MARKDOWNSCHRITTE.variable: "Diese Antwort macht allein mehr Arbeit als",
    MARKDOWNDOKUMENT.variable: "Diese Antwort macht mit den anderen des Dokuments zusammen mehr Arbeit als",
}
"""Begins the message, by the limit that was reached, whose value follows."""

RULES = (
    VORLAGE, NICHT_GESCHRIEBEN, GLEICHES_ZIEL, UNFERTIG, FREMD, OPARL_ART, OPARL_NICHT_OEFFENTLICH, QUELLE, WOERTLICH,
)  # fmt: skip

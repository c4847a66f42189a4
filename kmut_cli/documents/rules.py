"""The codes of group 2: what is said when a value does not fit its type."""

from __future__ import annotations

from kmut_cli.documents import rules_bezug
from kmut_cli.documents.kennzahlen import rules as rules_monitoring
from kmut_cli.documents.vorlage import rules as rules_vorlage
from kmut_cli.findings import limits
from kmut_cli.findings.finding import Severity
from kmut_cli.findings.rule import Example, Rule

_KOPF = 'gliederung: "2020"\nstatus: entwurf\n'


def _fehler(code: str, titel: str, erklaerung: str, falsch: str, richtig: str) -> Rule:
    return Rule(code, titel, Severity.ERROR, erklaerung, Example(falsch), Example(richtig))


ART_FEHLT = _fehler(
    "KM201",
    "Die Angabe dokument fehlt",
    "Die erste Zeile jeder Datei sagt, welches Dokument sie enthält. Ohne diese Angabe weiß kmut nicht, welche Fragen gelten.",
    "# dokument: fehlt hier\n" + _KOPF,
    "dokument: taetigkeitsbericht\n" + _KOPF,
)
ART_UNBEKANNT = _fehler(
    "KM202",
    "Unbekannte Art von Dokument",
    "Hinter `dokument:` steht eine der Arten, die kmut kennt; `kmut outline` nennt sie.",
    "dokument: tätigkeitsbericht\n" + _KOPF,
    "dokument: taetigkeitsbericht\n" + _KOPF,
)
AUSGABE_FEHLT = _fehler(
    "KM203",
    "Die Angabe gliederung fehlt",
    "Das Land gibt neue Ausgaben der Gliederung heraus. Damit ein Bericht auch in Jahren noch richtig gelesen wird, nennt"
    " er die Ausgabe, nach der er geschrieben ist.",
    "dokument: taetigkeitsbericht\nstatus: entwurf\n",
    'dokument: taetigkeitsbericht\ngliederung: "2020"\nstatus: entwurf\n',
)
AUSGABE_UNBEKANNT = _fehler(
    "KM204",
    "Unbekannte Ausgabe der Gliederung",
    "Genannt wird die Ausgabe der amtlichen Gliederung, nicht das Jahr des Berichts: Der Bericht über 2024 folgt der"
    " Gliederung von 2020.",
    'dokument: taetigkeitsbericht\ngliederung: "2024"\n',
    'dokument: taetigkeitsbericht\ngliederung: "2020"\nberichtsjahr: 2024\n',
)
SCHLUESSEL = _fehler(
    "KM210",
    "Unbekannter Schlüssel",
    "Schlüssel sind die Wörter vor dem Doppelpunkt. Sie werden klein, ohne Umlaute und mit Unterstrich geschrieben und"
    " stehen eingerückt unter ihrem Abschnitt. Einen Schlüssel, den die Gliederung an dieser Stelle nicht kennt, übergeht"
    " kmut nicht stillschweigend, denn sein Inhalt fehlte sonst im fertigen Dokument.",
    "aufgaben:\n  bestandsaufnahme:\n    hindernise: Es fehlten Zahlen.\n",
    "aufgaben:\n  bestandsaufnahme:\n    hindernisse: Es fehlten Zahlen.\n",
)
WERTART = _fehler(
    "KM211",
    "Hier gehört eine andere Art von Angabe hin",
    "Manche Fragen wollen Text, andere eine Liste (jede Zeile beginnt mit `- `), wieder andere mehrere benannte Angaben"
    " (eingerückte Zeilen mit Doppelpunkt). Was hier erwartet wird, sagt die Meldung.",
    "aufgaben:\n  kmn:\n    - zwei Treffen\n    - eine Tagung\n",
    "aufgaben:\n  kmn: |\n    - zwei Treffen\n    - eine Tagung\n",
)
JA_NEIN = _fehler(
    "KM212",
    "Weder ja noch nein",
    "Eine Ja-Nein-Frage beantwortet `ja` oder `nein`. Wer mehr sagen will, lässt die Antwort wachsen:"
    ' `{antwort: ja, erlaeuterung: "…"}`.',
    "aufgaben:\n  handlungskonzept:\n    leitgrundsaetze: teilweise\n",
    "aufgaben:\n  handlungskonzept:\n    leitgrundsaetze:\n      antwort: ja\n      erlaeuterung: bisher drei\n",
)
DATUM_FORM = _fehler(
    "KM213",
    "Das Datum ist nicht lesbar",
    "Ein Datum wird so genau angegeben, wie es bekannt ist: `2023`, `2023-05`, `2023-05-14`, `05/2023` oder `14.05.2023`.",
    "aufgaben:\n  bestandsaufnahme:\n    fortgeschrieben: im Mai 2023\n",
    "aufgaben:\n  bestandsaufnahme:\n    fortgeschrieben: 2023-05\n",
)
DATUM_KALENDER = _fehler(
    "KM214",
    "Diesen Tag gibt es nicht",
    "Der Monat hat nicht so viele Tage.",
    "aufgaben:\n  bestandsaufnahme:\n    fortgeschrieben: 2023-02-30\n",
    "aufgaben:\n  bestandsaufnahme:\n    fortgeschrieben: 2023-02-28\n",
)
JAHR = _fehler(
    "KM215",
    "Kein Jahr",
    "Ein Jahr hat vier Ziffern und liegt zwischen 1900 und 2199.",
    'dokument: taetigkeitsbericht\ngliederung: "2020"\nberichtsjahr: 24\n',
    'dokument: taetigkeitsbericht\ngliederung: "2020"\nberichtsjahr: 2024\n',
)
ZAHL = _fehler(
    "KM216",
    "Keine Zahl",
    "Hier steht eine Zahl ohne Einheit und ohne Zusatz, mit Komma oder Punkt vor höchstens zwei Nachkommastellen. Was"
    " dazu zu sagen ist, gehört in ein Textfeld daneben.",
    "organisation:\n  personelle_besetzung:\n    - name: Erika Beispiel\n      wochenstunden: 39 Std.\n",
    "organisation:\n  personelle_besetzung:\n    - name: Erika Beispiel\n      wochenstunden: 39\n",
)
TAUSENDER = _fehler(
    "KM217",
    "Zahl mit Tausenderpunkt",
    "`75.000` ist für Menschen fünfundsiebzigtausend und für Programme fünfundsiebzig. Damit niemand raten muss, stehen"
    " Zahlen ohne Trennzeichen; im fertigen Dokument wird gegliedert.",
    "aufgaben:\n  projekte:\n    massnahmen:\n      - titel: Messe\n        teilnehmende: 75.000\n",
    "aufgaben:\n  projekte:\n    massnahmen:\n      - titel: Messe\n        teilnehmende: 75000\n",
)
AGS = _fehler(
    "KM218",
    "Kein amtlicher Gemeindeschlüssel",
    "Der AGS einer niedersächsischen Kommune hat fünf Ziffern und beginnt mit `03`; Hannover und Göttingen haben als Städte"
    " acht. In Anführungszeichen bleibt die führende Null erhalten.",
    "kommune:\n  name: Landkreis Rotenburg (Wümme)\n  ags: 3357\n",
    'kommune:\n  name: Landkreis Rotenburg (Wümme)\n  ags: "03357"\n',
)
OPTION = _fehler(
    "KM219",
    "Unbekannte Auswahl",
    "Zur Auswahl stehen nur die Angaben der amtlichen Gliederung, hier mit ihren kurzen Schlüsseln.",
    "aufgaben:\n  handlungskonzept:\n    handlungsfelder: [partizipation, gleichstellnug]\n",
    "aufgaben:\n  handlungskonzept:\n    handlungsfelder: [partizipation, gleichstellung]\n",
)
GRUND_FEHLT = _fehler(
    "KM220",
    "Zu entfaellt fehlt der Grund",
    "Eine Frage darf entfallen, aber nicht ohne Begründung: Wer den Bericht liest, soll wissen, warum sie nicht zutrifft.",
    "aufgaben:\n  kmn:\n    entfaellt:\n",
    "aufgaben:\n  kmn:\n    entfaellt: Der Regionalverbund ruhte im Berichtsjahr.\n",
)
_TERMIN = "dokument: veranstaltungen\neintraege:\n  - titel: Fachtag\n"
ZEITRAUM_FORM = _fehler(
    "KM221",
    "Weder ein Tag noch ein Zeitraum",
    "Ein Termin hat ein Datum oder einen Zeitraum: `27.04.2015`, `27./28.04.2015`, `27.04.–03.05.2015`,"
    " `30.12.2015 bis 02.01.2016` oder `2015-04-27/2015-04-28`. Ist der Tag nicht bekannt, genügt der Monat oder das Jahr.",
    _TERMIN + "    datum: Ende April\n",
    _TERMIN + "    datum: 27./28.04.2015\n",
)
ZEITRAUM_FOLGE = _fehler(
    "KM222",
    "Ein Zeitraum endet, bevor er beginnt",
    "Zuerst steht der Beginn, dann das Ende. Geht ein Termin über den Jahreswechsel, brauchen beide Tage ihr Jahr.",
    _TERMIN + "    datum: 30.12.–02.01.2016\n",
    _TERMIN + "    datum: 30.12.2015–02.01.2016\n",
)
UHRZEIT = _fehler(
    "KM223",
    "Keine Uhrzeit",
    "Eine Uhrzeit hat Stunden und Minuten mit Doppelpunkt, `10:00` oder `10:00–16:00`, oder „Uhr“ dahinter: `10 Uhr`,"
    " `9–11 Uhr`, `ab 9 Uhr`, `bis 12 Uhr`.",
    _TERMIN + "    uhrzeit: vormittags\n    datum: 27.04.2015\n",
    _TERMIN + "    uhrzeit: 9–11 Uhr\n    datum: 27.04.2015\n",
)

WEITERE = _fehler(
    "KM224",
    "Weitere Befunde nicht aufgeführt",
    "Stimmt in einer Datei sehr vieles nicht, führt kmut nur die ersten Befunde auf und sagt mit diesem, wie viele es"
    " noch sind. Meist haben alle dieselbe Ursache: Beheben Sie die ersten, und prüfen Sie erneut. Was nicht aufgeführt"
    " ist, zählt trotzdem: Dieser Befund wiegt so schwer wie der schwerste, für den er steht. Wie viele aufgeführt"
    " werden, sagt das Handbuch unter „Grenzen“.",
    "".join(f"feld_{nummer}: 1\n" for nummer in range(limits.ANGABEFEHLER.vorgabe + 1)),
    "status: entwurf\n",
)

RULES = (
    *rules_bezug.RULES,
    *rules_monitoring.RULES,
    *rules_vorlage.RULES,
    ART_FEHLT,
    ART_UNBEKANNT,
    AUSGABE_FEHLT,
    AUSGABE_UNBEKANNT,
    SCHLUESSEL,
    WERTART,
    JA_NEIN,
    DATUM_FORM,
    DATUM_KALENDER,
    JAHR,
    ZAHL,
    TAUSENDER,
    AGS,
    OPTION,
    GRUND_FEHLT,
    ZEITRAUM_FORM,
    ZEITRAUM_FOLGE,
    UHRZEIT,
    WEITERE,
)

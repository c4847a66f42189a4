"""Rules on the file as bytes: encoding, size, characters that have no place in a text."""

from __future__ import annotations

from kmut_cli.findings import limits
from kmut_cli.findings.finding import Severity
from kmut_cli.findings.rule import Example, Rule

_HEAD = b'dokument: taetigkeitsbericht\ngliederung: "2020"\n'

NOT_UTF8 = Rule(
    code="KM101",
    title="Datei ist nicht als UTF-8 gespeichert",
    severity=Severity.ERROR,
    explanation=(
        "Umlaute und Sonderzeichen lassen sich nur sicher lesen, wenn die Datei in der Codierung UTF-8 gespeichert "
        "ist. Ältere Windows-Programme speichern in anderen Codierungen (ANSI, Windows-1252, „Unicode“). kmut rät "
        "dann, was gemeint ist, und prüft weiter, nimmt die Datei aber so nicht an.\n\n"
        "- **VS Code:** unten rechts auf die Codierung klicken, „Mit Codierung erneut öffnen“ → „Western (Windows "
        "1252)“; danach ebenda „Mit Codierung speichern“ → „UTF-8“.\n"
        "- **Windows-Editor (Notepad):** „Datei“ → „Speichern unter“, unten bei „Codierung“ „UTF-8“ wählen."
    ),
    wrong=Example(_HEAD + "kommune:\n  name: Landkreis Lüneburg\n".encode("cp1252")),
    right=Example(_HEAD + "kommune:\n  name: Landkreis Lüneburg\n".encode()),
)

NOT_TEXT = Rule(
    code="KM102",
    title="Keine Textdatei",
    severity=Severity.ERROR,
    explanation=(
        "Gelesen werden nur Textdateien. Ein Word-, Excel- oder PDF-Dokument wird nicht dadurch zu YAML, dass sein "
        "Name auf `.yaml` endet. Legen Sie eine neue Textdatei an und übertragen Sie den Inhalt."
    ),
    wrong=Example(b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00"),
    right=Example(_HEAD),
)

TOO_LARGE = Rule(
    code="KM103",
    title="Datei ist zu groß",
    severity=Severity.ERROR,
    explanation=(
        "Ein Bericht ist selten größer als 100 Kilobyte. Was größer als 5 Megabyte ist, wird nicht gelesen; "
        "wahrscheinlich ist es die falsche Datei. Anlagen gehören als eigene Dateien daneben."
    ),
    wrong=Example(b"# " + b"x" * 61 + b"\n", repeat=limits.DATEI.vorgabe // 64 + 1),
    right=Example(_HEAD),
)

EMPTY = Rule(
    code="KM104",
    title="Datei ist leer",
    severity=Severity.ERROR,
    explanation=(
        "In der Datei steht nichts oder nur Kommentare (Zeilen mit `#`). Ein Dokument beginnt mit den Angaben "
        "`dokument:` und `gliederung:`."
    ),
    wrong=Example(b"# Entwurf, folgt noch\n"),
    right=Example(_HEAD),
)

BAD_CHARACTER = Rule(
    code="KM105",
    title="Unerlaubtes unsichtbares Zeichen",
    severity=Severity.ERROR,
    explanation=(
        "Steuerzeichen und andere unsichtbare Zeichen geraten beim Kopieren aus Word, PDF oder Fachverfahren in den "
        "Text. Sie lassen sich in Word nicht darstellen und trennen manchmal Zeilen, wo keine Trennung zu sehen ist. "
        "Löschen Sie das Zeichen an der genannten Stelle; steht es für eine neue Zeile, drücken Sie dort die "
        'Eingabetaste. Auch die Schreibweise mit Rückstrich in doppelten Anführungszeichen (`"\\a"`) hilft nicht.'
    ),
    wrong=Example(_HEAD + b"organisation:\n  personelle_besetzung:\n    - name: Erika\x0b Beispiel\n"),
    right=Example(_HEAD + b"organisation:\n  personelle_besetzung:\n    - name: Erika Beispiel\n"),
)

MERGE_CONFLICT = Rule(
    code="KM106",
    title="Ungelöster Konflikt aus git",
    severity=Severity.ERROR,
    explanation=(
        "Zwei Personen haben dieselbe Stelle geändert, und git hat beide Fassungen hintereinander in die Datei "
        "geschrieben. Entscheiden Sie, was gelten soll, und löschen Sie die andere Fassung und die drei Zeilen mit "
        "`<<<<<<<`, `=======` und `>>>>>>>`."
    ),
    wrong=Example(_HEAD + b"<<<<<<< HEAD\nberichtsjahr: 2024\n=======\nberichtsjahr: 2025\n>>>>>>> entwurf\n"),
    right=Example(_HEAD + b"berichtsjahr: 2025\n"),
)

TOO_MANY = Rule(
    code="KM107",
    title="Zu viele Fehler, Lesen abgebrochen",
    severity=Severity.ERROR,
    explanation=(
        "Nach 100 Fehlern wird eine Datei nicht weiter gelesen. Meist haben alle dieselbe Ursache: "
        "beheben Sie den ersten und prüfen Sie erneut."
    ),
    wrong=Example(_HEAD + b"status: entwurf\n" * 110),
    right=Example(_HEAD + b"status: entwurf\n"),
)

TOO_MANY_VALUES = Rule(
    code="KM108",
    title="Zu viele Angaben, Lesen abgebrochen",
    severity=Severity.ERROR,
    explanation=(
        "Ein Bericht hat einige hundert Schlüssel und Werte, ein langes Verzeichnis einige zehntausend. Was sehr viel "
        "mehr hat, ist wohl die falsche Datei oder von einem Programm falsch geschrieben, und kmut liest es nicht zu "
        "Ende. Lange Zahlenreihen eines Monitorings gehören in eine CSV-Datei daneben."
    ),
    wrong=Example(b"- a\n", repeat=limits.ANGABEN.vorgabe + 1),
    right=Example(_HEAD),
)

RULES: tuple[Rule, ...] = (
    NOT_UTF8,
    NOT_TEXT,
    TOO_LARGE,
    EMPTY,
    BAD_CHARACTER,
    MERGE_CONFLICT,
    TOO_MANY,
    TOO_MANY_VALUES,
)

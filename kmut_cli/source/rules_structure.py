"""Rules on what YAML allows and this tool refuses, because something would be lost or surprise."""

from __future__ import annotations

from kmut_cli.findings.finding import Severity
from kmut_cli.findings.rule import Example, Rule

_BILLION = "".join(f"stufe{n}: &s{n} [{', '.join([f'*s{n - 1}'] * 10)}]\n" for n in range(1, 8))

DUPLICATE_KEY = Rule(
    code="KM130",
    title="Schlüssel steht zweimal",
    severity=Severity.ERROR,
    explanation=(
        "Ein Schlüssel darf in derselben Gruppe nur einmal stehen, sonst ginge eine der beiden Antworten verloren. "
        "Führen Sie die Angaben zusammen. Meist ist ein Abschnitt doppelt eingefügt oder falsch eingerückt."
    ),
    wrong=Example("aufgaben:\n  bestandsaufnahme:\n    hindernisse: keine\n    hindernisse: Zeitmangel\n"),
    right=Example("aufgaben:\n  bestandsaufnahme:\n    hindernisse: Zeitmangel\n"),
)

SEVERAL_DOCUMENTS = Rule(
    code="KM131",
    title="Mehrere Dokumente in einer Datei",
    severity=Severity.ERROR,
    explanation=(
        "Eine Zeile aus drei Strichen `---` beginnt in YAML ein neues Dokument; alles danach würde übergangen. Ein "
        "Dokument ist eine Datei: teilen Sie sie auf. Soll die Zeile ein Trennstrich im Text sein, rücken Sie sie im "
        "Block mit ein."
    ),
    wrong=Example("dokument: taetigkeitsbericht\n---\ndokument: projektbeschreibung\n"),
    right=Example("dokument: taetigkeitsbericht\n"),
)

NO_MAPPING = Rule(
    code="KM132",
    title="Datei besteht nicht aus Schlüsseln und Werten",
    severity=Severity.ERROR,
    explanation=(
        "Ganz außen stehen Zeilen der Form `schluessel: Wert`, als erste `dokument:`. Diese Datei enthält "
        "stattdessen eine Liste oder nur Text."
    ),
    wrong=Example(b"- dokument: taetigkeitsbericht\n"),
    right=Example(b"dokument: taetigkeitsbericht\n"),
)

BAD_KEY = Rule(
    code="KM133",
    title="Schlüssel ist kein Wort",
    severity=Severity.ERROR,
    explanation=(
        "Ein Schlüssel ist ein Wort aus Kleinbuchstaben, Ziffern und Unterstrichen. Ein leerer Schlüssel (Zeile "
        "beginnt mit dem Doppelpunkt) oder eine Klammer als Schlüssel bedeutet nichts. Häufige Ursache ist eine "
        "geschweifte Klammer zu viel, etwa `{{ name }}`."
    ),
    wrong=Example("aufgaben:\n  bestandsaufnahme:\n    : keine\n"),
    right=Example("aufgaben:\n  bestandsaufnahme:\n    hindernisse: keine\n"),
)

MERGE_KEY = Rule(
    code="KM134",
    title="Einfügeschlüssel << wird nicht unterstützt",
    severity=Severity.ERROR,
    explanation=(
        "Mit `<<` fügen manche Programme einen anderen Teil der Datei ein. kmut tut das nicht, damit jede Angabe "
        "dort steht, wo sie gilt. Schreiben Sie die Angaben aus; Stammdaten stehen einmal in `kmut.yaml`."
    ),
    wrong=Example("organisation: &vorlage\n  personelle_besetzung: []\naufgaben:\n  <<: *vorlage\n"),
    right=Example("organisation:\n  personelle_besetzung: []\naufgaben: {}\n"),
)

TAG = Rule(
    code="KM135",
    title="Ausrufezeichen am Anfang eines Werts",
    severity=Severity.ERROR,
    explanation=(
        "Ein Wort mit `!` am Anfang eines Werts ist in YAML eine Typangabe und kein Text; es ginge verloren. Soll es "
        "Text sein, setzen Sie den Wert in Anführungszeichen. Typangaben wie `!!str` brauchen Sie nicht: löschen Sie "
        "sie."
    ),
    wrong=Example("aufgaben:\n  bestandsaufnahme:\n    hindernisse: !wichtig Zeitmangel\n"),
    right=Example('aufgaben:\n  bestandsaufnahme:\n    hindernisse: "!wichtig Zeitmangel"\n'),
)

UNKNOWN_ALIAS = Rule(
    code="KM136",
    title="Verweis ohne Ziel",
    severity=Severity.ERROR,
    explanation=(
        "Ein Wert, der mit `*` beginnt, verweist auf eine Stelle, die vorher mit `&` benannt wurde. Diese Stelle "
        "gibt es nicht. Ist das Sternchen Text, setzen Sie den Wert in Anführungszeichen."
    ),
    wrong=Example("aufgaben:\n  bestandsaufnahme:\n    hindernisse: *keine\n"),
    right=Example('aufgaben:\n  bestandsaufnahme:\n    hindernisse: "*keine*"\n'),
)

ALIAS_CYCLE = Rule(
    code="KM137",
    title="Verweis auf sich selbst",
    severity=Severity.ERROR,
    explanation=(
        "Der Verweis (`*name`) steht innerhalb der Stelle, auf die er zeigt; ausgeschrieben wäre sie unendlich groß. "
        "Schreiben Sie aus, was dort stehen soll."
    ),
    wrong=Example("aufgaben: &alles\n  bestandsaufnahme: *alles\n"),
    right=Example("aufgaben:\n  bestandsaufnahme: {}\n"),
)

ALIAS_BOMB = Rule(
    code="KM138",
    title="Verweise ergeben zusammen zu viel Text",
    severity=Severity.ERROR,
    explanation=(
        "Verweise (`*name`), die wieder auf Verweise zeigen, können aus wenigen Zeilen riesige Mengen machen. "
        "Über eine Million Zeichen hinaus werden sie nicht mehr aufgelöst. Schreiben Sie die Angaben aus."
    ),
    wrong=Example("stufe0: &s0 wieder und wieder\n" + _BILLION),
    right=Example("stufe0: &s0 einmal\nstufe1: [*s0, *s0]\n"),
)

TOO_DEEP = Rule(
    code="KM139",
    title="Zu tief verschachtelt",
    severity=Severity.ERROR,
    explanation=(
        "Kein Dokument braucht mehr als zehn Stufen ineinander. Weit darüber wird nicht weiter gelesen; ab welcher "
        "Stufe, sagt die Meldung. Die Grenzen stehen im Handbuch unter „Grenzen“."
    ),
    wrong=Example("aufgaben: " + "[" * 101 + "]" * 101 + "\n"),
    right=Example("aufgaben: {}\n"),
)

UNUSED_ANCHOR = Rule(
    code="KM140",
    title="Wort mit & geht verloren",
    severity=Severity.WARNING,
    explanation=(
        "Ein Wort mit `&` am Anfang eines Werts benennt die Stelle, damit man später mit `*` auf sie verweisen kann; "
        "es gehört nicht zum Text. Hier verweist niemand darauf, also ist wohl der Text gemeint: setzen Sie ihn in "
        "Anführungszeichen."
    ),
    wrong=Example("aufgaben:\n  bestandsaufnahme:\n    hindernisse: &Co fehlten\n"),
    right=Example('aufgaben:\n  bestandsaufnahme:\n    hindernisse: "&Co fehlten"\n'),
)

LOST_TO_COMMENT = Rule(
    code="KM141",
    title="Text hinter # geht verloren",
    severity=Severity.WARNING,
    explanation=(
        "Ein Leerzeichen und `#` beginnen einen Kommentar; der Rest der Zeile gehört nicht zur Antwort. Folgt dem "
        "`#` unmittelbar Text oder eine Zahl wie in `Raum #12`, ist meist Text gemeint: Setzen Sie den Wert in "
        "Anführungszeichen. Ein Kommentar hat hinter dem `#` ein Leerzeichen und beginnt mit einem Wort."
    ),
    wrong=Example("aufgaben:\n  bestandsaufnahme:\n    hindernisse: siehe Beschluss #12\n"),
    right=Example('aufgaben:\n  bestandsaufnahme:\n    hindernisse: "siehe Beschluss #12"\n'),
)

ODD_SPACE = Rule(
    code="KM142",
    title="Besonderes Leerzeichen am Schlüssel",
    severity=Severity.ERROR,
    explanation=(
        "Beim Kopieren aus Word oder von Webseiten kommen geschützte und andere Leerzeichen mit, die wie gewöhnliche "
        "aussehen. In Einrückung und Schlüsseln zählen nur gewöhnliche Leerzeichen. Löschen Sie den Abstand und "
        "tippen Sie ihn neu."
    ),
    wrong=Example("aufgaben:\n\u00a0\u00a0bestandsaufnahme: {}\n"),
    right=Example("aufgaben:\n  bestandsaufnahme: {}\n"),
)

RULES: tuple[Rule, ...] = (
    DUPLICATE_KEY, SEVERAL_DOCUMENTS, NO_MAPPING, BAD_KEY, MERGE_KEY, TAG, UNKNOWN_ALIAS, ALIAS_CYCLE, ALIAS_BOMB,
    TOO_DEEP, UNUSED_ANCHOR, LOST_TO_COMMENT, ODD_SPACE,
)  # fmt: skip

"""Rules on the notation: places where the file is no YAML, each with the reason that a person can mend."""

from __future__ import annotations

from kmut_cli.findings.finding import Severity
from kmut_cli.findings.rule import Example, Rule

SYNTAX = Rule(
    code="KM110",
    title="Schreibweise ist nicht lesbar",
    severity=Severity.ERROR,
    explanation=(
        "An der genannten Stelle passt die Schreibweise nicht zu YAML. Die Ursache steht oft in der Zeile davor: "
        "ein fehlendes Anführungszeichen, eine offene Klammer, eine verrutschte Einrückung. "
        "Texte mit Sonderzeichen stehen am sichersten als Block nach `|` oder in Anführungszeichen."
    ),
    wrong=Example("%FALSCH\n---\ndokument: taetigkeitsbericht\n"),
    right=Example("dokument: taetigkeitsbericht\n"),
)

TAB = Rule(
    code="KM111",
    title="Tabulator in der Einrückung",
    severity=Severity.ERROR,
    explanation=(
        "Eingerückt wird in YAML nur mit Leerzeichen, zwei je Stufe. Ein Tabulator sieht ebenso aus, ist aber ein "
        "anderes Zeichen. In VS Code wandelt „Einzug in Leerzeichen konvertieren“ (Befehlspalette, F1) alle auf "
        "einmal um."
    ),
    wrong=Example("organisation:\n\tpersonelle_besetzung: []\n"),
    right=Example("organisation:\n  personelle_besetzung: []\n"),
)

INDENTATION = Rule(
    code="KM112",
    title="Einrückung passt nicht",
    severity=Severity.ERROR,
    explanation=(
        "Die Einrückung sagt, was wozu gehört: Geschwister beginnen in derselben Spalte, Untergeordnetes steht zwei "
        "Leerzeichen weiter rechts. Bei einer Liste beginnt jede Zeile mit `- ` in derselben Spalte."
    ),
    wrong=Example("aufgaben:\n    bestandsaufnahme: {}\n  handlungskonzept: {}\n"),
    right=Example("aufgaben:\n  bestandsaufnahme: {}\n  handlungskonzept: {}\n"),
)

SPACE_AFTER_COLON = Rule(
    code="KM113",
    title="Leerzeichen nach dem Doppelpunkt fehlt",
    severity=Severity.ERROR,
    explanation=(
        "Zwischen Schlüssel und Wert stehen ein Doppelpunkt **und ein Leerzeichen**. Ohne das Leerzeichen (oder mit "
        "einem geschützten Leerzeichen aus Word) ist `status:entwurf` nur ein Wort."
    ),
    wrong=Example("dokument: taetigkeitsbericht\nstatus:entwurf\n"),
    right=Example("dokument: taetigkeitsbericht\nstatus: entwurf\n"),
)

COLON_IN_TEXT = Rule(
    code="KM114",
    title="Doppelpunkt mitten im Text",
    severity=Severity.ERROR,
    explanation=(
        "Ein Doppelpunkt mit Leerzeichen dahinter trennt Schlüssel und Wert. Kommt er im Text selbst vor, muss der "
        "Text in Anführungszeichen stehen oder als Block nach `|` in den folgenden Zeilen."
    ),
    wrong=Example("aufgaben:\n  bestandsaufnahme:\n    hindernisse: Zwei Gründe: Zeit und Geld\n"),
    right=Example('aufgaben:\n  bestandsaufnahme:\n    hindernisse: "Zwei Gründe: Zeit und Geld"\n'),
)

NO_COLON = Rule(
    code="KM115",
    title="Zeile ohne Doppelpunkt",
    severity=Severity.ERROR,
    explanation=(
        "Hier wird ein Schlüssel mit Doppelpunkt erwartet (`schluessel: Wert`), die Zeile hat aber keinen. "
        "Gehört sie noch zum Text darüber, muss dieser mit `|` beginnen und jede seiner Zeilen eingerückt sein."
    ),
    wrong=Example("aufgaben:\n  bestandsaufnahme:\n    hindernisse: Es fehlte\nan Zeit und Geld.\n"),
    right=Example("aufgaben:\n  bestandsaufnahme:\n    hindernisse: |\n      Es fehlte\n      an Zeit und Geld.\n"),
)

UNCLOSED_QUOTE = Rule(
    code="KM116",
    title="Anführungszeichen wird nicht geschlossen",
    severity=Severity.ERROR,
    explanation=(
        "Ein Text, der mit `\"` oder `'` beginnt, endet mit demselben Zeichen. Die deutschen Anführungszeichen „ “ "
        "zählen dafür nicht; sie dürfen aber frei im Text vorkommen."
    ),
    wrong=Example('aufgaben:\n  bestandsaufnahme:\n    hindernisse: "keine\n'),
    right=Example('aufgaben:\n  bestandsaufnahme:\n    hindernisse: "keine"\n'),
)

TEXT_AFTER_QUOTE = Rule(
    code="KM117",
    title="Text nach dem schließenden Anführungszeichen",
    severity=Severity.ERROR,
    explanation=(
        "Beginnt ein Wert mit einem Anführungszeichen, so endet er auch damit. Steht nur ein Teil des Textes in "
        "Anführungszeichen, nehmen Sie innen „ “ oder schreiben Sie den ganzen Text als Block nach `|`."
    ),
    wrong=Example('aufgaben:\n  bestandsaufnahme:\n    hindernisse: "Runde Tische" fanden nicht statt\n'),
    right=Example("aufgaben:\n  bestandsaufnahme:\n    hindernisse: „Runde Tische“ fanden nicht statt\n"),
)

UNCLOSED_BRACKET = Rule(
    code="KM118",
    title="Klammer wird nicht geschlossen oder Komma fehlt",
    severity=Severity.ERROR,
    explanation=(
        "Die kurze Schreibweise `[eins, zwei]` oder `{antwort: ja, erlaeuterung: Text}` braucht die schließende "
        "Klammer und Kommas zwischen den Teilen. Beginnt ein Text selbst mit einer Klammer, setzen Sie ihn in "
        "Anführungszeichen."
    ),
    wrong=Example("aufgaben:\n  bestandsaufnahme:\n    hindernisse: [noch offen\n"),
    right=Example('aufgaben:\n  bestandsaufnahme:\n    hindernisse: "[noch offen]"\n'),
)

SPECIAL_START = Rule(
    code="KM119",
    title="Text beginnt mit einem Sonderzeichen",
    severity=Severity.ERROR,
    explanation=(
        "Einige Zeichen haben am Anfang eines Werts eine eigene Bedeutung: `*`, `&`, `@`, `%`, `` ` ``, `|`, `>`. "
        "Setzen Sie einen Text, der so beginnt, in Anführungszeichen oder schreiben Sie ihn als Block nach `|`."
    ),
    wrong=Example("aufgaben:\n  bestandsaufnahme:\n    hindernisse: **keine**\n"),
    right=Example('aufgaben:\n  bestandsaufnahme:\n    hindernisse: "**keine**"\n'),
)

LIST_ON_KEY_LINE = Rule(
    code="KM120",
    title="Liste beginnt in der Zeile des Schlüssels",
    severity=Severity.ERROR,
    explanation=(
        "Jeder Punkt einer Liste beginnt in einer neuen Zeile mit `- `. Ist der Strich ein Teil des Textes, "
        "setzen Sie den Text in Anführungszeichen."
    ),
    wrong=Example("organisation:\n  personelle_besetzung: - name: Erika Beispiel\n"),
    right=Example("organisation:\n  personelle_besetzung:\n    - name: Erika Beispiel\n"),
)

ESCAPE = Rule(
    code="KM121",
    title="Rückstrich in doppelten Anführungszeichen",
    severity=Severity.ERROR,
    explanation=(
        "In doppelten Anführungszeichen leitet der Rückstrich `\\` ein besonderes Zeichen ein (`\\n` = neue Zeile). "
        "Für Dateipfade und andere Texte mit Rückstrich nehmen Sie einfache Anführungszeichen."
    ),
    wrong=Example('aufgaben:\n  handlungskonzept:\n    anlage: "anlagen\\konzept.pdf"\n'),
    right=Example("aufgaben:\n  handlungskonzept:\n    anlage: anlagen/konzept.pdf\n"),
)

SIGN_IN_BRACKETS = Rule(
    code="KM122",
    title="Zeichen braucht in Klammern Anführungszeichen",
    severity=Severity.ERROR,
    explanation=(
        "In der kurzen Schreibweise mit `[ ]` oder `{ }` stehen Texte mit Fragezeichen oder Doppelpunkt, auch "
        "Uhrzeiten und Internetadressen, in Anführungszeichen. Manche Editoren lesen sie auch ohne, andere Programme "
        "nicht."
    ),
    wrong=Example("aufgaben:\n  bestandsaufnahme:\n    hindernisse: {entfaellt: Wozu auch?}\n"),
    right=Example('aufgaben:\n  bestandsaufnahme:\n    hindernisse: {entfaellt: "Wozu auch?"}\n'),
)

TEXT_AFTER_BRACKET = Rule(
    code="KM123",
    title="Text nach der schließenden Klammer",
    severity=Severity.ERROR,
    explanation=(
        "Ein Wert, der mit `[` oder `{` beginnt, ist eine Liste oder Gruppe und endet mit der Klammer. Soll es ein "
        "Text sein, der mit einer Klammer beginnt, setzen Sie ihn ganz in Anführungszeichen."
    ),
    wrong=Example("aufgaben:\n  bestandsaufnahme:\n    hindernisse: [intern] noch klären\n"),
    right=Example('aufgaben:\n  bestandsaufnahme:\n    hindernisse: "[intern] noch klären"\n'),
)

RULES: tuple[Rule, ...] = (
    SYNTAX, TAB, INDENTATION, SPACE_AFTER_COLON, COLON_IN_TEXT, NO_COLON, UNCLOSED_QUOTE, TEXT_AFTER_QUOTE,
    UNCLOSED_BRACKET, SPECIAL_START, LIST_ON_KEY_LINE, ESCAPE, SIGN_IN_BRACKETS,
    TEXT_AFTER_BRACKET,
)  # fmt: skip

"""What is said about each mistake of notation: message and help by code; ``{name}`` is the word or character."""

from __future__ import annotations

from kmut_cli.source import rules_structure, rules_syntax

COLON_IN_BRACKETS = (
    'Zwischen zwei Angaben gehört ein Komma: {antwort: ja, erlaeuterung: "…"}; Text mit „: “ braucht Anführungszeichen.'
)
"""Help where a colon stands inside brackets: mostly it is the comma that is missing."""

TEXTS: dict[str, tuple[str, str]] = {
    rules_syntax.SYNTAX.code: (
        "Diese Stelle ist nicht lesbar; die Schreibweise passt hier nicht.",
        "Prüfen Sie auch die Zeile davor: Anführungszeichen, Klammern, Einrückung, Sonderzeichen.",
    ),
    rules_syntax.TAB.code: (
        "Hier steht ein Tabulator; in der Einrückung zählen nur Leerzeichen.",
        "Ersetzen Sie den Tabulator durch Leerzeichen, zwei je Stufe.",
    ),
    rules_syntax.INDENTATION.code: (
        "Die Einrückung passt nicht zu den Zeilen davor.",
        "Geschwister beginnen in derselben Spalte; Text nach „|“ steht in jeder Zeile so weit rechts wie am Anfang.",
    ),
    rules_syntax.SPACE_AFTER_COLON.code: (
        "Nach „{name}:“ fehlt ein gewöhnliches Leerzeichen.",
        "Schreiben Sie nach dem Doppelpunkt ein Leerzeichen: „{name}: …“.",
    ),
    rules_syntax.COLON_IN_TEXT.code: (
        "Hier steht ein Doppelpunkt mitten im Text; das wäre ein zweiter Schlüssel in derselben Zeile.",
        'Setzen Sie den ganzen Text in Anführungszeichen: schluessel: "Text: mit Doppelpunkt".',
    ),
    rules_syntax.NO_COLON.code: (
        "In dieser Zeile fehlt ein Schlüssel mit Doppelpunkt.",
        "Schreiben Sie „schluessel: Wert“; eine Fortsetzung des Textes darüber rücken Sie ein.",
    ),
    rules_syntax.UNCLOSED_QUOTE.code: (
        "Das Anführungszeichen {name} wird nicht geschlossen.",
        "Schließen Sie den Text mit demselben Zeichen {name}; die Zeichen „ und “ schließen ihn nicht.",
    ),
    rules_syntax.TEXT_AFTER_QUOTE.code: (
        "Nach dem schließenden Anführungszeichen geht der Text weiter.",
        "Setzen Sie den ganzen Text in Anführungszeichen; innen nehmen Sie „ “ und den Apostroph ’.",
    ),
    rules_syntax.UNCLOSED_BRACKET.code: (
        "Diese Klammer wird nicht richtig geschlossen, oder es fehlt ein Komma.",
        "Ergänzen Sie Klammer oder Komma; beginnt ein Text mit einer Klammer, setzen Sie ihn in Anführungszeichen.",
    ),
    rules_syntax.SPECIAL_START.code: (
        "Ein Text darf nicht ohne Anführungszeichen mit „{name}“ beginnen.",
        "Setzen Sie den ganzen Text in Anführungszeichen oder schreiben Sie ihn als Block nach „|“.",
    ),
    rules_syntax.LIST_ON_KEY_LINE.code: (
        "Eine Liste kann nicht in der Zeile ihres Schlüssels beginnen.",
        "Beginnen Sie „- “ in einer neuen Zeile; ist der Strich Text, setzen Sie ihn in Anführungszeichen.",
    ),
    rules_syntax.ESCAPE.code: (
        "Diese Folge mit Rückstrich ist in doppelten Anführungszeichen nicht erlaubt.",
        "Nehmen Sie einfache Anführungszeichen: 'C:\\Ordner'; oder schreiben Sie den Rückstrich doppelt.",
    ),
    rules_syntax.SIGN_IN_BRACKETS.code: (
        "In der kurzen Schreibweise mit Klammern darf „{name}“ nicht ohne Anführungszeichen im Text stehen.",
        "Setzen Sie den Text in Anführungszeichen.",
    ),
    rules_syntax.TEXT_AFTER_BRACKET.code: (
        "Nach der schließenden Klammer geht der Text weiter.",
        "Beginnt ein Text mit einer Klammer, gehört er ganz in Anführungszeichen; eine Klammer zu viel löschen Sie.",
    ),
    rules_structure.BAD_KEY.code: (
        "Vor dem Doppelpunkt steht kein Schlüssel.",
        "Schreiben Sie ein Wort vor den Doppelpunkt; Text mit Doppelpunkt steht in Anführungszeichen.",
    ),
    rules_structure.ODD_SPACE.code: (
        "In der Einrückung steht ein besonderes Leerzeichen (aus Word oder einer Webseite).",
        "Löschen Sie den Abstand und tippen Sie gewöhnliche Leerzeichen.",
    ),
}

SPECIAL_CONTEXTS = frozenset(
    {
        "while scanning an alias",
        "while scanning an anchor",
        "while scanning a tag",
        "while parsing a tag",
        "while scanning a block scalar",
        "while parsing a node",
    }
)
"""What libyaml was busy with when a text that begins with a special character was taken for something else."""

"""Lines, conditions and loops that the bodies of the Word templates are made of."""

from __future__ import annotations

from collections.abc import Sequence

from kmut_cli.render.word.pieces import built, text_content
from kmut_cli.render.word.xml import Element, element, value

EXPLANATION = (
    "So funktioniert diese Vorlage (diese Zeilen erscheinen nicht im fertigen Dokument):",
    "Was in doppelten geschweiften Klammern steht, wird durch den Inhalt ersetzt; Schrift und Abstände bestimmt die"
    " Formatvorlage des Absatzes und kann in Word frei geändert werden.",
    "Kleine graue Zeilen sind Schleifen und Bedingungen; Anfang und Ende gehören immer in einen eigenen Absatz oder"
    " eine eigene Tabellenzeile.",
    "dokument: titel, untertitel, jahr_bezeichnung, jahr, kommune, ags, entwurf, stammdaten, kapitel, art, gliederung,"
    " verzeichnis",
    "kapitel: nummer, titel, abschnitte – abschnitt: nummer, titel, hinweis, anlage, fragen – frage: wortlaut, hinweis,"
    " offen, pfad",
    "frage|antwort setzt die ganze Antwort ein: Text, Kästchen, Tabellen. Der Platzhalter steht allein in seinem"
    " Absatz. text|markdown macht dasselbe mit einem Text in Markdown, etwa abschnitt.hinweis|markdown.",
    "Aussehen der Antworten: Formatvorlagen Antwort, Antwort Liste, Antwort Tabelle, Antwort Bild, Antwort Überschrift"
    " 1 bis 6 …; Zwischentitel innerhalb einer Antwort: Überschrift 2 bis 6",
)


def run(text: str, *properties: Element) -> Element:
    """Make a run; its text becomes what it becomes in documents.

    Args:
        text: Any text.
        *properties: Children of ``w:rPr`` in schema order.

    Returns:
        A ``w:r``.
    """
    before = [element("w:rPr", None, *properties)] if properties else []
    return element("w:r", None, *before, *built(text_content(text)))


def paragraph(properties: Sequence[Element], content: Sequence[Element]) -> Element:
    """Make a paragraph.

    Args:
        properties: Children of ``w:pPr`` in schema order.
        content: Runs, hyperlinks, content controls.

    Returns:
        A ``w:p``.
    """
    before = [element("w:pPr", None, *properties)] if properties else []
    return element("w:p", None, *before, *content)


def line(style: str, text: str, *properties: Element) -> Element:
    """Make a paragraph.

    Args:
        style: Id of its style.
        text: Its text, with placeholders.
        *properties: Further children of ``w:pPr``.

    Returns:
        A ``w:p``.
    """
    return paragraph([value("w:pStyle", style), *properties], [run(text)])


def command(tag: str) -> Element:
    """Make the paragraph of a loop or condition, which leaves none behind."""
    return line("Vorlagenbefehl", f"{{%p {tag} %}}")


def when(condition: str, *content: Element) -> list[Element]:
    """Make paragraphs that stand only under a condition."""
    return [command(f"if {condition}"), *content, command("endif")]


def each(loop: str, *content: Element) -> list[Element]:
    """Make paragraphs that repeat."""
    return [command(f"for {loop}"), *content, command("endfor")]


def question(level: int, *, keep: bool = True) -> Element:
    """Make the line of a question: a heading of that level for who listens, in a style of its own.

    Args:
        level: From 1.
        keep: Whether it stays on the page of what follows, as its style says.
    """
    own = [] if keep else [value("w:keepNext", 0)]
    return line("Frage", "{{ frage.wortlaut }}", *own, value("w:outlineLvl", level - 1))


def explanation(*more: str) -> list[Element]:
    """Tell staff how a template works; nothing of it comes into a document."""
    return [line("Vorlagenbefehl", f"{{#p {text} #}}") for text in (*EXPLANATION, *more)]


def head() -> list[Element]:
    """Explanation for staff, then the compact title block."""
    return [
        *explanation(),
        line("Title", "{{ dokument.titel }}"),
        *each("zeile in dokument.untertitel", line("Subtitle", "{{ zeile }}")),
        *when("dokument.kommune", line("Kommune", "{{ dokument.kommune }}")),
        *when("dokument.jahr", line("Stammdaten", "{{ dokument.jahr_bezeichnung }}:\t{{ dokument.jahr }}")),
        *when("dokument.ags", line("Stammdaten", "AGS:\t{{ dokument.ags }}")),
        *each("bezeichnung, wert in dokument.stammdaten", line("Stammdaten", "{{ bezeichnung }}:\t{{ wert }}")),
    ]

"""The presentation: a document as a reader sees it, before any format is chosen.

Templates of all formats see these classes under the same names; that is why the names are German:
whoever changes a template in Word knows the form and not the software.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Absatz:
    """Text of an answer in Markdown, as the author typed it."""

    text: str


@dataclass(frozen=True, slots=True)
class Kaestchen:
    """One box of a form.

    Attributes:
        beschriftung: Official wording of the option (plain text), or what the author entered.
        angekreuzt: Whether the box is ticked.
        pfad: Path in the YAML that decides it, for the tag of the Word control.
    """

    beschriftung: str
    angekreuzt: bool
    pfad: str


@dataclass(frozen=True, slots=True)
class Ankreuzfeld:
    """Boxes of one question.

    Attributes:
        kaestchen: In official order.
        in_einer_zeile: True for short choices such as ja/nein, False for one box per line.
    """

    kaestchen: tuple[Kaestchen, ...]
    in_einer_zeile: bool = False


@dataclass(frozen=True, slots=True)
class Angabe:
    """A short value with its label (plain text), such as „Zuletzt: 05/2023“.

    Attributes:
        beschriftung: Label; empty if the value stands alone.
        wert: Value, plain text.
    """

    beschriftung: str
    wert: str


@dataclass(frozen=True, slots=True)
class Tabelle:
    """A table with a header row; cells are Markdown that may hold several paragraphs.

    Attributes:
        kopf: Column titles, plain text.
        zeilen: Rows, each as long as ``kopf``.
    """

    kopf: tuple[str, ...]
    zeilen: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Entfallen:
    """The question was declared not applicable, or cannot apply; ``grund`` is Markdown."""

    grund: str


@dataclass(frozen=True, slots=True)
class Offen:
    """Something is left to do here, which a draft says.

    Attributes:
        hinweis: What, as plain text.
        marke: One word for it, printed in brackets before the hint.
    """

    hinweis: str
    marke: str = "offen"


Block = Absatz | Ankreuzfeld | Angabe | Tabelle | Entfallen | Offen


@dataclass(frozen=True, slots=True)
class Frage:
    """A question with its answer.

    Attributes:
        pfad: Path in the YAML, such as ``aufgaben.bestandsaufnahme.hindernisse``.
        wortlaut: Official wording, with the year filled in.
        hinweis: Official hint; empty if none.
        offen: Whether an owed answer is missing.
        bloecke: The answer; empty where a final version has nothing to say.
    """

    pfad: str
    wortlaut: str
    hinweis: str
    offen: bool
    bloecke: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Abschnitt:
    """A numbered section of the report, or a block of the form.

    Attributes:
        nummer: „2.1“ in the report, „1“ in the form; follows from the order.
        titel: Official title.
        hinweis: Official hint under the title, Markdown; empty if none.
        fragen: In official order.
        anlage: Name of the attached file, empty if none.
    """

    nummer: str
    titel: str
    hinweis: str
    fragen: tuple[Frage, ...]
    anlage: str = ""


@dataclass(frozen=True, slots=True)
class Kapitel:
    """A chapter of the report; a form has one chapter without title."""

    nummer: str
    titel: str
    abschnitte: tuple[Abschnitt, ...]


@dataclass(frozen=True, slots=True)
class Darstellung:
    """A whole document.

    Attributes:
        art: Kind, such as ``taetigkeitsbericht``.
        gliederung: Edition, such as ``2020``.
        titel: Official title of the document, one line.
        untertitel: Further official lines under the title.
        jahr_bezeichnung: „Berichtsjahr“ or „Bewilligungsjahr“.
        jahr: The year as text, empty if not given.
        kommune: Name of the body, empty if not given.
        ags: Its AGS, empty if not given.
        entwurf: True unless ``status: final``.
        kapitel: In official order.
        stammdaten: Further lines for the title page as (label, value), plain text.
    """

    art: str
    gliederung: str
    titel: str
    untertitel: tuple[str, ...]
    jahr_bezeichnung: str
    jahr: str
    kommune: str
    ags: str
    entwurf: bool
    kapitel: tuple[Kapitel, ...]
    stammdaten: tuple[tuple[str, str], ...] = field(default=())

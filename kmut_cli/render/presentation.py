"""The presentation: a document as a reader sees it, before any format is chosen.

Templates of all formats see these classes under the same names; that is why the names are German:
whoever changes a template in Word knows the form and not the software.
"""

from __future__ import annotations

from collections.abc import Mapping
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
        beschriftung: Label; empty if the value stands alone. A label without value stands above what follows.
        wert: Value, plain text.
        klein: Whether it only belongs to the table or picture above it, as a source does, and is printed small.
    """

    beschriftung: str
    wert: str
    klein: bool = False


Zelle = str | Kaestchen | None


@dataclass(frozen=True, slots=True)
class Tabelle:
    """A table with a header row; cells are Markdown that may hold several paragraphs, or a box.

    Attributes:
        kopf: Column titles, plain text.
        zeilen: Rows, each as long as ``kopf``; None where the cell above goes on.
        breiten: Relative widths of the columns; empty leaves them to the format.
        rechts: Columns, counted from 0, that stand flush right since they hold numbers.
    """

    kopf: tuple[str, ...]
    zeilen: tuple[tuple[Zelle, ...], ...]
    breiten: tuple[int, ...] = ()
    rechts: frozenset[int] = frozenset()


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


@dataclass(frozen=True, slots=True)
class Zwischentitel:
    """A heading inside an answer, one level below that of its question; plain text."""

    text: str


@dataclass(frozen=True, slots=True)
class Bild:
    """A picture.

    Attributes:
        name: What its file is called, without ending: ASCII, and only once in a document.
        svg: The picture as SVG.
        alt: What it shows, for people who cannot see it; plain text.
    """

    name: str
    svg: str
    alt: str


Block = Absatz | Ankreuzfeld | Angabe | Tabelle | Entfallen | Offen | Zwischentitel | Bild


@dataclass(frozen=True, slots=True)
class Frage:
    """A question with its answer.

    Attributes:
        pfad: Path in the YAML, such as ``aufgaben.bestandsaufnahme.hindernisse``.
        wortlaut: Official wording, with the year filled in; empty for no heading.
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
        bilder: Folder, as seen from the output, that holds the pictures of formats that cannot carry them.
        angaben: Short plain texts by name, for a template of the kind's own that prints them at places of their own.
        verzeichnis: Whether readers of so long a document need a table of contents.
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
    bilder: str = "bilder"
    angaben: Mapping[str, str] = field(default_factory=dict)
    verzeichnis: bool = False

    @property
    def alle_bilder(self) -> tuple[Bild, ...]:
        """Give the pictures, in order."""
        abschnitte = (abschnitt for kapitel in self.kapitel for abschnitt in kapitel.abschnitte)
        fragen = (frage for abschnitt in abschnitte for frage in abschnitt.fragen)
        return tuple(block for frage in fragen for block in frage.bloecke if isinstance(block, Bild))

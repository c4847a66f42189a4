"""What several rooms need to know of a question or of a part of an answer: one small value on the field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import Field

from kmut_cli.documents.gebiete import Gebietstyp

if TYPE_CHECKING:
    from kmut_cli.documents.bezug import Weg


class Ausnahme(NamedTuple):
    """When a question cannot apply.

    Attributes:
        typen: Kinds of body to which the question does not apply.
        grund: The reason, as printed in place of an answer.
    """

    typen: frozenset[Gebietstyp]
    grund: str


class Bedingung(NamedTuple):
    """When a question is owed at all: if another one of the same section, or part of the same answer, says so.

    Attributes:
        frage: Key of the other question or part.
        eine_von: Keys of its options, ``ja`` or ``nein``; one of them has to be chosen.
    """

    frage: str
    eine_von: tuple[str, ...]


class Ueberschrift(NamedTuple):
    """Official title of a section, with the official hint under it (Markdown, empty if there is none)."""

    titel: str
    hinweis: str = ""


class Frage(NamedTuple):
    """An official question; stands as ``json_schema_extra`` on its field and so feeds the schema too.

    Attributes:
        wortlaut: Official wording; ``{jahr}`` stands for the year of the document.
        hinweis: Official hint that belongs to this one question; empty if there is none.
        pflicht: Whether an answer is owed.
        ausnahme: When the question cannot apply; None if it always may.
        personenbezogen: Whether the answer holds personal data, which a public version must leave out.
        freie_kaestchen: Official wording of boxes beside which the author writes an own entry; empty for other answers.
        verweis: Name of a list in the same section whose entries the answer may name by their ``kuerzel``.
        abschnitt: Set if the question is a section by itself; then its field stands where a section would.
        bleibt: Whether the answer tends to stay from one year to the next, so that a new document may begin with it.
        beispiel: What an answer may look like, as YAML in our own words; empty if the wording needs none.
        bezug: How the answer is made if it is taken from another file of the folder, a way for each; empty if it cannot be.
        code: Official mark before the wording, such as „C 23a“; empty if there is none.
        wenn: When an answer is owed; None if always.
    """

    wortlaut: str
    hinweis: str = ""
    pflicht: bool = True
    ausnahme: Ausnahme | None = None
    personenbezogen: bool = False
    freie_kaestchen: tuple[str, ...] = ()
    verweis: str = ""
    abschnitt: Ueberschrift | None = None
    bleibt: bool = False
    beispiel: str = ""
    bezug: tuple[Weg, ...] = ()
    code: str = ""
    wenn: Bedingung | None = None

    def fuer_jahr(self, jahr: int | str) -> str:
        """Give the wording behind its code, with the year of the document filled in."""
        return _mit_code(self.code, self.wortlaut.replace("{jahr}", str(jahr)))

    def __call__(self, schema: dict[str, Any]) -> None:
        """Write wording and hint into the JSON Schema of the field (called by Pydantic)."""
        wortlaut = _mit_code(self.code, self.wortlaut)
        schema["description"] = "\n\n".join(text for text in (wortlaut, self.hinweis) if text)


class Teil(NamedTuple):
    """A part of an answer that is made of several values, or a column of a list.

    Attributes:
        beschriftung: Label: official where the outline names the part, else ours.
        pflicht: Whether the answer is incomplete without it.
        personenbezogen: Whether it holds personal data.
        bedeutung: What is meant, for the hover text; empty if the label says it.
        amtlich: Whether the label is the outline's own.
        zu: Key of the part in whose cell it is shown where the parts are columns of a table; empty for a column of its own.
        code: Official mark before the label; ``{n}`` stands for the number of the entry in its list.
        wenn: When the part is owed; None if always.
    """

    beschriftung: str
    pflicht: bool = False
    personenbezogen: bool = False
    bedeutung: str = ""
    amtlich: bool = False
    zu: str = ""
    code: str = ""
    wenn: Bedingung | None = None

    def im_eintrag(self, nummer: int | str) -> str:
        """Give the label behind its code, for the entry of a list with this number (from 1)."""
        return _mit_code(self.code.replace("{n}", str(nummer)), self.beschriftung)

    def kurz(self, nummer: int | str) -> str:
        """Give what is enough to find the part: its code for the entry with this number, else its label."""
        return self.code.replace("{n}", str(nummer)) or self.beschriftung

    @property
    def mit_code(self) -> str:
        """The label behind its code, for any entry."""
        return self.im_eintrag("n")

    def __call__(self, schema: dict[str, Any]) -> None:
        """Write label and meaning into the JSON Schema of the field (called by Pydantic)."""
        schema["description"] = self.bedeutung or self.mit_code


class Anlagefeld(NamedTuple):
    """The slot of an attachment that the outline asks for, with its official wording."""

    wortlaut: str

    def __call__(self, schema: dict[str, Any]) -> None:
        """Write the wording into the JSON Schema of the field (called by Pydantic)."""
        schema["description"] = self.wortlaut


def _mit_code(code: str, text: str) -> str:
    return f"{code} {text}" if code else text


def frage(
    wortlaut: str,
    *,
    hinweis: str = "",
    pflicht: bool = True,
    ausnahme: Ausnahme | None = None,
    personenbezogen: bool = False,
    freie_kaestchen: tuple[str, ...] = (),
    verweis: str = "",
    abschnitt: Ueberschrift | None = None,
    bleibt: bool = False,
    beispiel: str = "",
    bezug: Weg | tuple[Weg, ...] = (),
    code: str = "",
    wenn: Bedingung | None = None,
) -> Any:
    """Declare a question; see :class:`Frage` for the arguments."""
    marke = Frage(
        wortlaut=wortlaut,
        hinweis=hinweis,
        pflicht=pflicht,
        ausnahme=ausnahme,
        personenbezogen=personenbezogen,
        freie_kaestchen=freie_kaestchen,
        verweis=verweis,
        abschnitt=abschnitt,
        bleibt=bleibt,
        beispiel=beispiel,
        bezug=bezug if isinstance(bezug, tuple) else (bezug,),
        code=code,
        wenn=wenn,
    )
    return _feld(marke)


def teil(
    beschriftung: str,
    *,
    pflicht: bool = False,
    personenbezogen: bool = False,
    bedeutung: str = "",
    amtlich: bool = False,
    zu: str = "",
    code: str = "",
    wenn: Bedingung | None = None,
) -> Any:
    """Declare a part of an answer; see :class:`Teil` for the arguments."""
    marke = Teil(beschriftung, pflicht, personenbezogen, bedeutung, amtlich, zu, code, wenn)
    return _feld(marke)


def anlage(wortlaut: str) -> Any:
    """Declare the slot of an attachment that the outline asks for."""
    return _feld(Anlagefeld(wortlaut))


def _feld(marke: Any) -> Any:
    # Any, since Mypy does not see that a named tuple can be called.
    return Field(default=None, json_schema_extra=marke)

"""What several rooms need to know of a question or of a part of an answer: one small value on the field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import Field

from kmut_cli.documents.gebiete import Gebietstyp

if TYPE_CHECKING:
    from kmut_cli.documents.bezug import Bezugsweg


@dataclass(frozen=True, slots=True)
class Ausnahme:
    """When a question cannot apply.

    Attributes:
        typen: Kinds of body to which the question does not apply.
        grund: The reason, as printed in place of an answer.
    """

    typen: frozenset[Gebietstyp]
    grund: str


@dataclass(frozen=True, slots=True)
class Ueberschrift:
    """Official title of a section, with the official hint under it (Markdown, empty if there is none)."""

    titel: str
    hinweis: str = ""


@dataclass(frozen=True, slots=True)
class Frage:
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
        bezug: How the answer is made if it is taken from another file of the folder; None if that is not possible.
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
    bezug: Bezugsweg | None = None

    def fuer_jahr(self, jahr: int | str) -> str:
        """Give the wording with the year of the document filled in."""
        return self.wortlaut.replace("{jahr}", str(jahr))

    def __call__(self, schema: dict[str, Any]) -> None:
        """Write wording and hint into the JSON Schema of the field (called by Pydantic)."""
        schema["description"] = "\n\n".join(text for text in (self.wortlaut, self.hinweis) if text)


@dataclass(frozen=True, slots=True)
class Teil:
    """A part of an answer that is made of several values, or a column of a list.

    Attributes:
        beschriftung: Label: official where the outline names the part, else ours.
        pflicht: Whether the answer is incomplete without it.
        personenbezogen: Whether it holds personal data.
        bedeutung: What is meant, for the hover text; empty if the label says it.
        amtlich: Whether the label is the outline's own.
        zu: Key of the part in whose cell it is shown where the parts are columns of a table; empty for a column of its own.
    """

    beschriftung: str
    pflicht: bool = False
    personenbezogen: bool = False
    bedeutung: str = ""
    amtlich: bool = False
    zu: str = ""

    def __call__(self, schema: dict[str, Any]) -> None:
        """Write label and meaning into the JSON Schema of the field (called by Pydantic)."""
        schema["description"] = self.bedeutung or self.beschriftung


@dataclass(frozen=True, slots=True)
class Anlagefeld:
    """The slot of an attachment that the outline asks for, with its official wording."""

    wortlaut: str

    def __call__(self, schema: dict[str, Any]) -> None:
        """Write the wording into the JSON Schema of the field (called by Pydantic)."""
        schema["description"] = self.wortlaut


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
    bezug: Bezugsweg | None = None,
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
        bezug=bezug,
    )
    return Field(default=None, json_schema_extra=marke)


def teil(
    beschriftung: str,
    *,
    pflicht: bool = False,
    personenbezogen: bool = False,
    bedeutung: str = "",
    amtlich: bool = False,
    zu: str = "",
) -> Any:
    """Declare a part of an answer; see :class:`Teil` for the arguments."""
    return Field(default=None, json_schema_extra=Teil(beschriftung, pflicht, personenbezogen, bedeutung, amtlich, zu))


def anlage(wortlaut: str) -> Any:
    """Declare the slot of an attachment that the outline asks for."""
    return Field(default=None, json_schema_extra=Anlagefeld(wortlaut))

"""Answers that are not written out but taken from another file of the folder: ``{aus: veranstaltungen}``.

A question that may be answered so says it twice, for two readers: its type names the form (``Bezogen[…]``, for validation
and schema), its declaration how the answer is made of the entries (``frage(…, bezug=Bezugsweg(…))``).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, Generic, TypeVar, Union

from pydantic import ConfigDict, Discriminator, Field, Tag

from kmut_cli.documents.datum import Datum
from kmut_cli.documents.modell import Modell
from kmut_cli.documents.option import Option
from kmut_cli.documents.veranstaltungsart import Veranstaltungsart

T = TypeVar("T")
Q = TypeVar("Q", bound=Option)
B = TypeVar("B")
EIGEN_ZWEIG, BEZUG_ZWEIG = "=eigen", "=bezug"


class Verzeichnis(Option):
    """The file that most answers may be taken from; a member's name is the kind of document."""

    veranstaltungen = "Verzeichnis der Termine und Veranstaltungen"


class Bezug(Modell):
    """An answer that is taken from another file; each kind of it has a field ``aus`` that names the file."""

    # With none of its keys it would be an empty mapping, which is no answer.
    model_config = ConfigDict(json_schema_extra={"minProperties": 1})

    ist_bezug = True


class Aus(Bezug, Generic[Q]):
    """``{aus: handlungskonzept}``: what another document of the folder says; ``Q`` names the kinds it may be."""

    aus: Q | None = Field(default=None, description="Übernimmt die Antwort aus einer anderen Datei des Ordners.")


class AusMit(Aus[Q], Generic[Q, T]):
    """The same, with own entries besides."""

    weitere: list[T] | None = Field(default=None, description="Was dort nicht steht; folgt danach.")


class AusVeranstaltungen(Bezug, Generic[T]):
    """``{aus: veranstaltungen}``: what the log holds for the year of the document, with own entries besides."""

    aus: Verzeichnis | None = Field(
        default=None, description="Übernimmt die Einträge des Jahres aus veranstaltungen.yaml."
    )
    arten: list[Veranstaltungsart] | None = Field(
        default=None, description="Nur Einträge dieser Arten; ohne Angabe die, die zur Frage gehören."
    )
    weitere: list[T] | None = Field(default=None, description="Was nicht im Verzeichnis steht; folgt danach.")


class AusZeitraum(AusVeranstaltungen[T], Generic[T]):
    """The same, of a span that the author may choose."""

    von: Datum | None = Field(default=None, description="Ab wann; ohne Angabe ab Beginn des Jahres.")
    bis: Datum | None = Field(default=None, description="Bis wann; ohne Angabe alle, auch die geplanten.")


_SCHLUESSEL = frozenset(AusVeranstaltungen.model_fields)
SPANNE = ("von", "bis")
"""Keys of the span that an author chose; it belongs to the one document."""
BEZUGSSCHLUESSEL = tuple(AusZeitraum.model_fields)
"""Keys by which such an answer is recognised."""


def _zweigwahl(schluessel: frozenset[str]) -> Callable[[Any], str]:
    def zweig(wert: Any) -> str:
        return BEZUG_ZWEIG if isinstance(wert, dict) and not schluessel.isdisjoint(wert) else EIGEN_ZWEIG

    return zweig


if TYPE_CHECKING:
    Bezogen = Union[T, B]
else:

    class Bezogen:
        """An answer of its own, or taken from another file."""

        def __class_getitem__(cls, typen: tuple[Any, Any]) -> Any:
            eigen, bezug = typen
            zweige = Union[Annotated[eigen, Tag(EIGEN_ZWEIG)], Annotated[bezug, Tag(BEZUG_ZWEIG)]]
            return Annotated[zweige, Discriminator(_zweigwahl(_SCHLUESSEL | frozenset(bezug.model_fields)))]


@dataclass(frozen=True, slots=True)
class Bezugsweg:
    """How an answer is made of the entries of the log.

    Attributes:
        waehle: Gives the items of the answer, from the entries of the year in order and the kinds that the author
            asks for (None: those that belong to the question).
        fasse: Makes the answer of all items, the author's own included.
        unklar: Gives the entries that may belong to the answer but do not say enough, and so are left out.
        angabe: What such an entry lacks.
        quelle: The kind of document.
    """

    waehle: Callable[[Sequence[Any], Collection[Any] | None], list[Any]]
    fasse: Callable[[list[Any]], Any] = list
    unklar: Callable[[Sequence[Any], Collection[Any] | None], list[Any]] | None = None
    angabe: str = ""
    quelle: str = Verzeichnis.veranstaltungen.name


@dataclass(frozen=True, slots=True)
class Entnahmeweg:
    """How an answer is taken from another document of the folder.

    Attributes:
        quelle: The kind of document.
        nimm: Gives the answer, from that document and the one that is answered; None if it says nothing.
        versatz: Years from the one that is answered to that document, where it has a year: -1 for the year before.
    """

    quelle: str
    nimm: Callable[[Any, Any], Any]
    versatz: int = 0


Weg = Bezugsweg | Entnahmeweg
"""How an answer is made if it is taken from another file."""


def als_aufzaehlung(texte: list[str]) -> str:
    """Give texts as one Markdown list."""
    return "\n".join("- " + text.strip().replace("\n", "\n  ") for text in texte if text.strip())

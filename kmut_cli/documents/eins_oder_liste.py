"""One value, or several in a list: ``beginn: 2015`` as well as ``beginn: [2015, 2017]``; read, it is always a list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, Union, get_args

from pydantic import AfterValidator, Discriminator, Tag, WithJsonSchema

from kmut_cli.documents.antworten import TEXT_SCHEMA, Entfaellt, Text

T = TypeVar("T")
EINS_ZWEIG, LISTE_ZWEIG = "=eins", "=liste"
# Points of a list without the blank behind the dash: YAML makes one text of them all.
_KLEBENDER_STRICH = re.compile(r"-[^ -]")
_EIN_TEXT = {**TEXT_SCHEMA, "not": {"type": "string", "pattern": "^-[^ -]([^-]|-)*$"}}


def _zweig(wert: Any) -> str:
    liste = isinstance(wert, list) or (isinstance(wert, str) and _KLEBENDER_STRICH.match(wert))
    return LISTE_ZWEIG if liste else EINS_ZWEIG


def als_liste(wert: Any) -> list[Any]:
    """Give what is there as a list: nothing for an open value and for one that does not apply."""
    if wert is None or isinstance(wert, Entfaellt):
        return []
    return wert if isinstance(wert, list) else [wert]


if TYPE_CHECKING:
    EinsOderListe = list[T]
else:

    class EinsOderListe:
        """A single value without brackets, or a list of them."""

        def __class_getitem__(cls, typ: Any) -> Any:
            eins = Annotated[typ, WithJsonSchema(_EIN_TEXT)] if typ is Text else typ
            zweige = Union[Annotated[eins, Tag(EINS_ZWEIG)], Annotated[list[typ], Tag(LISTE_ZWEIG)]]
            return Annotated[zweige, Discriminator(_zweig), AfterValidator(als_liste)]


def listenzweig(typ: Any) -> Any:
    """Give the list of a type made by :class:`EinsOderListe`; None for any other type."""
    zweige = {tag.tag: get_args(zweig)[0] for zweig, tag in _zweige(typ)}
    return zweige.get(LISTE_ZWEIG) if EINS_ZWEIG in zweige else None


def _zweige(typ: Any) -> list[tuple[Any, Tag]]:
    vereint = get_args(typ)[0] if hasattr(typ, "__metadata__") else typ
    return [
        (zweig, tag)
        for zweig in get_args(vereint)
        for tag in getattr(zweig, "__metadata__", ())
        if isinstance(tag, Tag)
    ]

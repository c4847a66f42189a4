"""One value, or several in a list: ``beginn: 2015`` as well as ``beginn: [2015, 2017]``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, TypeVar, Union, get_args

from pydantic import Discriminator, Tag

from kmut_cli.documents.antworten import Entfaellt

T = TypeVar("T")
EINS_ZWEIG, LISTE_ZWEIG = "=eins", "=liste"


def _zweig(wert: Any) -> str:
    return LISTE_ZWEIG if isinstance(wert, list) else EINS_ZWEIG


if TYPE_CHECKING:
    EinsOderListe = Union[T, list[T]]
else:

    class EinsOderListe:
        """A single value without brackets, or a list of them."""

        def __class_getitem__(cls, typ: Any) -> Any:
            zweige = Union[Annotated[typ, Tag(EINS_ZWEIG)], Annotated[list[typ], Tag(LISTE_ZWEIG)]]
            return Annotated[zweige, Discriminator(_zweig)]


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


def als_liste(wert: Any) -> list[Any]:
    """Give what is there as a list: nothing for an open value and for one that does not apply."""
    if wert is None or isinstance(wert, Entfaellt):
        return []
    return wert if isinstance(wert, list) else [wert]

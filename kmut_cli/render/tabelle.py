"""Lists of small mappings: one table, or for entries that hold lists themselves a table each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, get_args, get_origin

from kmut_cli.documents.antworten import Entfaellt, Sonstiges
from kmut_cli.documents.eins_oder_liste import als_liste
from kmut_cli.documents.gliederung import teile
from kmut_cli.documents.kurztext import kurztext
from kmut_cli.documents.modell import Teile
from kmut_cli.documents.zustand import ist_leer
from kmut_cli.render import presentation as p

KUERZEL = "kuerzel"
_MARKDOWN = re.compile(r"([\\`*_\[\]<>~&|])")


def liste(eintraege: list[Any]) -> Iterator[p.Block]:
    """Give the blocks of a list of mappings.

    Args:
        eintraege: Models of one type, at least one.

    Yields:
        One table; or, if the entries hold lists themselves (goals with measures), for each entry its text and the table
        of its list, since a table of all columns would be too narrow to read.
    """
    innen = _innere_liste(eintraege[0])
    if innen is None:
        yield als_tabelle(eintraege)
        return
    for eintrag in eintraege:
        yield from _mit_eigener_tabelle(eintrag, innen)


def als_tabelle(zeilen: list[Any]) -> p.Tabelle:
    """Make the table of a list of models of one type, at least one.

    Columns that no row fills are left out; a part that belongs to another stands in its cell.
    """
    alle = teile(type(zeilen[0]))
    dabei = {name: [zusatz for zusatz, teil in alle.items() if teil.zu == name] for name in alle}
    spalten = {
        name: teil.beschriftung
        for name, teil in alle.items()
        if not teil.zu
        and (
            teil.pflicht or any(not ist_leer(getattr(zeile, eins)) for zeile in zeilen for eins in (name, *dabei[name]))
        )
    }
    return p.Tabelle(
        tuple(spalten.values()),
        tuple(tuple(_volle_zelle(zeile, name, dabei[name]) for name in spalten) for zeile in zeilen),
    )


def beschriftet(beschriftung: str, text: str) -> Iterator[p.Block]:
    """Give Markdown with a label before it; text of several lines stands below its label."""
    if "\n" in text.strip():
        yield p.Angabe(beschriftung, "")
        yield p.Absatz(text)
    else:
        woertlich = _MARKDOWN.sub(r"\\\1", beschriftung)
        yield p.Absatz(f"**{woertlich}:** {text.strip()}")


def _innere_liste(eintrag: Teile) -> str | None:
    """Name the part that is a list of mappings, as its type says."""
    from kmut_cli.documents.felder import modelle

    felder = type(eintrag).model_fields
    alle = ((name, liste) for name in teile(type(eintrag)) for liste in _listen(felder[name].annotation))
    return next((name for name, liste in alle if any(issubclass(modell, Teile) for modell in modelle(liste))), None)


def _listen(annotation: Any) -> Iterator[Any]:
    """Give the lists that an annotation allows; what is inside them is not looked at."""
    if get_origin(annotation) is list:
        yield annotation
    else:
        for teil in get_args(annotation):
            yield from _listen(teil)


def _mit_eigener_tabelle(eintrag: Teile, innen: str) -> Iterator[p.Block]:
    kuerzel = getattr(eintrag, KUERZEL, None) or ""
    for name, teil in teile(type(eintrag)).items():
        wert = getattr(eintrag, name)
        if name not in (innen, KUERZEL) and not ist_leer(wert):
            yield from beschriftet(f"{teil.beschriftung} {kuerzel.strip()}".strip(), _zelle(wert))
    wert = getattr(eintrag, innen)
    if isinstance(wert, Entfaellt):
        yield from beschriftet(teile(type(eintrag))[innen].beschriftung, kurztext(wert))
    zeilen = [zeile for zeile in als_liste(wert) if not ist_leer(zeile)]
    if zeilen:
        yield als_tabelle(zeilen)


def _volle_zelle(zeile: Teile, name: str, dabei: list[str]) -> str:
    """Write a cell with what stands in it besides: values behind the first, texts in brackets, long ones below."""
    kurz, klammer, lang = [_zelle(getattr(zeile, name)).strip()], [], []
    for zusatz in dabei:
        wert = getattr(zeile, zusatz)
        if ist_leer(wert):
            continue
        wert = wert[0] if isinstance(wert, list) and len(wert) == 1 else wert
        text = _zelle(wert).strip()
        beschriftung = teile(type(zeile))[zusatz].beschriftung
        if not isinstance(wert, str | list):
            kurz.append(text)
        elif "\n" in text:
            lang.append(f"{beschriftung}:\n\n{text}")
        else:
            klammer.append(f"{beschriftung}: {text}")
    vorn = ", ".join(filter(None, kurz))
    vorn += f" ({'; '.join(klammer)})" if klammer else ""
    return "\n\n".join(filter(None, [vorn.strip(), *lang]))


def _zelle(wert: Any) -> str:
    """Write a cell in Markdown; what is no text has nothing that Markdown would change."""
    if isinstance(wert, str):
        return wert
    if isinstance(wert, list):
        return ", ".join(_zelle(eins).strip() for eins in wert if not ist_leer(eins))
    return wert.sonstiges if isinstance(wert, Sonstiges) else kurztext(wert)

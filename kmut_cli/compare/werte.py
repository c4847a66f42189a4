"""Two answers side by side: by the kind of their values, down to the part that differs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from kmut_cli.compare.unterschied import Art, Stueck, Unterschied
from kmut_cli.compare.worte import WEICHER_TRENNSTRICH, geglaettet
from kmut_cli.compare.wortvergleich import wortvergleich
from kmut_cli.compare.zuordnung import KUERZEL, kennfeld, versetzte, zuordnung
from kmut_cli.documents.antworten import Entfaellt, Erlaeutert, Sonstiges
from kmut_cli.documents.gliederung import teile
from kmut_cli.documents.kurztext import kurztext
from kmut_cli.documents.modell import Modell, Teile
from kmut_cli.documents.option import Option
from kmut_cli.documents.zustand import ist_leer

ERLAEUTERUNG, ENTFAELLT, SONSTIGES = "Erläuterung", "entfällt, weil", "Sonstiges"
_KURZ = 72
# The mark of a point with which a text begins; in a short name it would look like a sign of what changed.
_PUNKT = re.compile(r"\A(?:[-*+•] )+")


def vergleiche(alt: Any, neu: Any, name: str = "") -> tuple[Unterschied, ...]:
    """Compare two answers, or two parts of answers.

    Args:
        alt: The older value as the model holds it; None if there is none.
        neu: The newer one.
        name: Label of the part; empty for the answer itself.

    Returns:
        What differs; empty if nothing does that a reader would see.
    """
    rahmen_alt, rahmen_neu = _zerlegt(alt), _zerlegt(neu)
    beschriftungen = (name, _unter(name, ERLAEUTERUNG), _unter(name, ENTFAELLT))
    return tuple(
        eins
        for a, b, beschriftung in zip(rahmen_alt, rahmen_neu, beschriftungen, strict=True)
        for eins in _wert(a, b, beschriftung)
    )


def _zerlegt(wert: Any) -> tuple[Any, Any, Any]:
    """Give the answer itself, its explanation, and the reason why none is owed."""
    if isinstance(wert, Erlaeutert):
        return wert.antwort, wert.erlaeuterung, None
    return (None, None, wert.entfaellt) if isinstance(wert, Entfaellt) else (wert, None, None)


def _unter(name: str, was: str) -> str:
    return f"{name}, {was}" if name else was


def _wert(alt: Any, neu: Any, name: str) -> Iterator[Unterschied]:
    alt, neu = _auch_als_liste(alt, neu), _auch_als_liste(neu, alt)
    if ist_leer(alt) or ist_leer(neu):
        if not ist_leer(neu):
            yield from ganz(neu, Art.NEU, name)
        elif not ist_leer(alt):
            yield from ganz(alt, Art.ENTFERNT, name)
    elif isinstance(alt, str) and isinstance(neu, str):
        stuecke = wortvergleich(alt, neu)
        if any(stueck.art is not Art.GLEICH for stueck in stuecke):
            yield Unterschied(Art.GEAENDERT, name, stuecke)
    elif isinstance(alt, list) and isinstance(neu, list):
        yield from _gefasst(name, Art.GEAENDERT, tuple(_listen(alt, neu)))
    elif isinstance(alt, Modell) and isinstance(neu, Modell):
        namen = _beschriftungen(neu) | _beschriftungen(alt)
        gruppe = tuple(e for n, b in namen.items() for e in vergleiche(getattr(alt, n, None), getattr(neu, n, None), b))
        yield from _gefasst(name, Art.GEAENDERT, gruppe)
    elif type(alt) is not type(neu) and isinstance(alt, list | Modell | str):
        yield from ganz(alt, Art.ENTFERNT, name)
        yield from ganz(neu, Art.NEU, name)
    elif alt != neu:
        stuecke = (Stueck(Art.ENTFERNT, kurztext(alt)), Stueck(Art.NEU, kurztext(neu)))
        yield Unterschied(Art.GEAENDERT, name, stuecke)


def _auch_als_liste(wert: Any, anderer: Any) -> Any:
    """Give a value without brackets as a list where the other one is a list of such values."""
    if isinstance(wert, list | Modell) or ist_leer(wert) or not isinstance(anderer, list):
        return wert
    return wert if any(isinstance(eins, Modell) for eins in anderer) else [wert]


def _gefasst(name: str, art: Art, gruppe: tuple[Unterschied, ...]) -> Iterator[Unterschied]:
    """Put differences under the label of the part they belong to; those of the answer itself need none."""
    if name and gruppe:
        yield Unterschied(art, name, teile=gruppe)
    else:
        yield from gruppe


def _beschriftungen(wert: Modell) -> dict[str, str]:
    return {name: teil.mit_code for name, teil in teile(type(wert)).items()} or {
        name: name for name in type(wert).model_fields
    }


# --- Lists ----------------------------------------------------------------------------------------------------------


def _listen(alt: list[Any], neu: list[Any]) -> Iterator[Unterschied]:
    """Compare lists: options as sets, everything else by entry."""
    yield from _optionen(_gewaehlt(alt), _gewaehlt(neu))
    yield from _eintraege(_eigene(alt), _eigene(neu))


def _gewaehlt(liste: list[Any]) -> dict[str, str]:
    return {eins.name: eins.titel for eins in liste if isinstance(eins, Option)}


def _eigene(liste: list[Any]) -> list[Any]:
    """Give the entries that are no options; of the free entry among options its text."""
    texte = (f"{SONSTIGES}: {eins.sonstiges}" if isinstance(eins, Sonstiges) else eins for eins in liste)
    return [eins for eins in texte if not isinstance(eins, Option) and not ist_leer(eins)]


def _optionen(alt: dict[str, str], neu: dict[str, str]) -> Iterator[Unterschied]:
    for name, titel in (alt | neu).items():
        if (name in alt) != (name in neu):
            art = Art.NEU if name in neu else Art.ENTFERNT
            yield Unterschied(art, "", (Stueck(art, titel),))


def _eintraege(alt: Sequence[Any], neu: Sequence[Any]) -> Iterator[Unterschied]:
    """Compare entries in the order of the newer list; what is gone stands behind what it stood behind."""
    paare = zuordnung(alt, neu)
    versetzt = versetzte(paare)
    zurueck = {j: i for i, j in paare.items()}
    folge: list[tuple[int, int, tuple[Unterschied, ...]]] = []
    for j, eintrag in enumerate(neu):
        i = zurueck.get(j)
        if i is None:
            folge.append((j, 0, tuple(ganz([eintrag], Art.NEU, ""))))
        else:
            folge.append((j, 0, tuple(_eintrag(alt[i], eintrag, (i + 1, j + 1) if i in versetzt else None))))
    anker = -1
    for i, eintrag in enumerate(alt):
        if i not in paare:
            folge.append((anker, i + 1, tuple(ganz([eintrag], Art.ENTFERNT, ""))))
        elif i not in versetzt:
            anker = paare[i]
    for _stelle, _danach, unterschiede in sorted(folge, key=lambda eins: eins[:2]):
        yield from unterschiede


def _eintrag(alt: Any, neu: Any, plaetze: tuple[int, int] | None) -> Iterator[Unterschied]:
    anders = vergleiche(alt, neu)
    if not anders and plaetze is None:
        return
    art = Art.GEAENDERT if anders else Art.VERSCHOBEN
    if isinstance(neu, str) and anders:
        yield Unterschied(art, "", anders[0].stuecke, plaetze=plaetze)
    else:
        yield Unterschied(art, kurzname(neu), teile=anders, plaetze=plaetze)


def kurzname(eintrag: Any) -> str:
    """Name an entry in a few words, with its mark."""
    if not isinstance(eintrag, Teile):
        return _gekuerzt(kurztext(eintrag))
    text = kurztext(getattr(eintrag, kennfeld(type(eintrag)), None))
    kuerzel = getattr(eintrag, KUERZEL, None)
    return _gekuerzt(": ".join(eins for eins in (kuerzel, text) if eins))


def _gekuerzt(text: str) -> str:
    einzeilig = _PUNKT.sub("", " ".join(text.replace(WEICHER_TRENNSTRICH, "").split())).rstrip(".")
    return einzeilig if len(einzeilig) <= _KURZ else einzeilig[: _KURZ - 1].rstrip() + "…"


# --- The whole of what is new or gone -------------------------------------------------------------------------------


def ganz(wert: Any, art: Art, name: str) -> Iterator[Unterschied]:
    """Give all of a value that only one side has.

    Args:
        wert: The value, not empty.
        art: ``NEU`` or ``ENTFERNT``.
        name: Label of the part; empty for the answer itself.
    """
    haupt, erlaeuterung, grund = _zerlegt(wert)
    if isinstance(haupt, list):
        alle = [eins for e in [*_gewaehlt(haupt).values(), *_eigene(haupt)] for eins in _ganzer_eintrag(e, art)]
        yield from _gefasst(name, art, tuple(alle))
    elif isinstance(haupt, Modell):
        yield from _gefasst(name, art, tuple(_alle_teile(haupt, art)))
    elif not ist_leer(haupt):
        yield Unterschied(art, name, (Stueck(art, _text(haupt)),))
    for zusatz, was in ((erlaeuterung, ERLAEUTERUNG), (grund, ENTFAELLT)):
        if not ist_leer(zusatz):
            yield Unterschied(art, _unter(name, was), (Stueck(art, _text(zusatz)),))


def _ganzer_eintrag(eintrag: Any, art: Art) -> Iterator[Unterschied]:
    if not isinstance(eintrag, Teile):
        yield from ganz(eintrag, art, "")
        return
    feld = kennfeld(type(eintrag))
    text, kuerzel = getattr(eintrag, feld, None), getattr(eintrag, KUERZEL, None)
    kopf = _text(text) if not ist_leer(text) else ""
    stuecke = (Stueck(art, kopf),) if kopf else ()
    yield Unterschied(art, kuerzel or "", stuecke, tuple(_alle_teile(eintrag, art, {feld, KUERZEL})))


def _alle_teile(wert: Modell, art: Art, ohne: set[str] | frozenset[str] = frozenset()) -> Iterator[Unterschied]:
    for name, beschriftung in _beschriftungen(wert).items():
        eins = getattr(wert, name)
        if name not in ohne and not ist_leer(eins):
            yield from ganz(eins, art, beschriftung)


def _text(wert: Any) -> str:
    return geglaettet(wert) if isinstance(wert, str) else kurztext(wert)

"""Documents for comparisons: short ones as text, and generated ones out of the examples."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from kmut_cli.compare.unterschied import Art, Stueck, Unterschied, Vergleich
from kmut_cli.compare.vergleich import vergleich
from kmut_cli.documents.laden import Geladen, lade
from kmut_cli.source.reader import Source, read_source
from kmut_cli.workspace.mappe import Mappen
from kmut_cli.workspace.quellen import Quellen

ORDNER = Path(__file__).parents[2] / "examples" / "landkreis-musterland"
BERICHT = 'dokument: taetigkeitsbericht\ngliederung: "2020"\nberichtsjahr: 2024\n'
ANTRAG = 'dokument: projektbeschreibung\ngliederung: "2026"\nbewilligungsjahr: 2026\n'
NAMEN = ("2024/taetigkeitsbericht.yaml", "2026/taetigkeitsbericht.yaml", "2026/projektbeschreibung.yaml")


def geladen(text: str, name: str = "x.yaml") -> Geladen:
    return lade(read_source(name, text.encode()))


def beispiel(name: str) -> Geladen:
    """An example as the commands load it: with what it takes from other files of its folder."""
    umfeld = Quellen(Mappen()).fuer(ORDNER / name)
    return lade(read_source(name, (ORDNER / name).read_bytes()), umfeld=umfeld)


def vergleiche_texte(alt: str, neu: str, kopf: str = BERICHT) -> Vergleich:
    return vergleich(geladen(kopf + alt, "alt.yaml"), geladen(kopf + neu, "neu.yaml"))


def einziger(ergebnis: Vergleich) -> tuple[Unterschied, ...]:
    """The differences of the one question that changed."""
    (frage,) = ergebnis.geaenderte
    return frage.unterschiede


def kurz(unterschied: Unterschied) -> str:
    """A difference as one line, for comparing by eye."""
    zeichen = {Art.NEU: "+", Art.ENTFERNT: "-", Art.GEAENDERT: "~", Art.VERSCHOBEN: ">"}[unterschied.art]
    plaetze = "{}→{} ".format(*unterschied.plaetze) if unterschied.plaetze else ""
    teile = "".join(f" ({kurz(teil)})" for teil in unterschied.teile)
    return f"{zeichen}{plaetze}{unterschied.name}|{mit_marken(unterschied.stuecke)}{teile}"


def mit_marken(stuecke: tuple[Stueck, ...]) -> str:
    marken = {Art.NEU: "{+%s+}", Art.ENTFERNT: "[-%s-]", Art.GLEICH: "%s"}
    return " ".join(marken[stueck.art] % stueck.text for stueck in stuecke)


# --- Generated documents --------------------------------------------------------------------------------------------

DATEN = {name: read_source(name, (ORDNER / name).read_bytes()).data for name in NAMEN}
# fmt: off
HEIKEL = st.sampled_from([
    "", " ", "\n", "<script>alert(1)</script>", "</del></ins>", "a & b", "~~x~~", "**x**", "| a | b |", "# x",
    "- x", "1. x", "[-x-]", "{+x+}", "\x1b[31mrot", "\u202egro", "\ud800", "\x00", "a\u2028b", "```", "---", "===",
    "[a](b)", "![](x)", "ja", "nein", "2024", "2024-13-99", "&lt;", "&#x3C;", '" onload="x', "e\u0301", "\u00a0",
    "🧑‍🤝‍🧑", "\\", "{{ x }}",
])
# fmt: on
TEXT = st.one_of(HEIKEL, st.text(max_size=30), st.lists(HEIKEL, max_size=4).map("\n".join))
WERT = st.one_of(TEXT, st.none(), st.lists(TEXT, max_size=3), st.dictionaries(TEXT, TEXT, max_size=2))


@st.composite
def dokumente(draw: Callable[[Any], Any], name: str | None = None) -> Geladen:
    """An example that was changed in some places: values replaced, gone, lists in another order."""
    wovon = name or draw(st.sampled_from(NAMEN))
    daten = copy.deepcopy(DATEN[wovon])
    for _ in range(draw(st.integers(0, 6))):
        _veraendere(draw, daten)
    if draw(st.integers(0, 9)) == 0:
        daten.pop("gliederung", None)
    return lade(Source(wovon, repr(daten).encode("utf-8", "replace"), "", daten, ()))


def _veraendere(draw: Callable[[Any], Any], daten: Any) -> None:
    hier = daten
    while True:
        orte = list(hier if isinstance(hier, dict) else range(len(hier)))
        if not orte:
            return
        ort = draw(st.sampled_from(orte))
        innen = hier[ort]
        if hier is daten and not isinstance(innen, dict):
            return  # the head stays
        if isinstance(innen, dict | list) and innen and draw(st.integers(0, 3)):
            hier = innen
            continue
        if isinstance(innen, list) and draw(st.booleans()):
            hier[ort] = draw(st.permutations(innen))
        elif draw(st.integers(0, 4)) == 0:
            del hier[ort]
        else:
            hier[ort] = draw(WERT)
        return

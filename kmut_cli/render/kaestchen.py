"""The boxes of a question: yes and no, the options of a choice, those beside which an own entry stands."""

from __future__ import annotations

from typing import Any

from kmut_cli.documents.antworten import Sonstiges
from kmut_cli.documents.gliederung import FrageImText, optionen
from kmut_cli.documents.option import Option
from kmut_cli.findings.finding import dotted
from kmut_cli.render.presentation import Ankreuzfeld, Kaestchen

SONSTIGES = next(iter(Sonstiges.model_fields))


def ja_nein(wert: bool | None, pfad: str, *, in_einer_zeile: bool) -> Ankreuzfeld:
    """Give the two boxes of a yes/no question, none ticked if ``wert`` is None."""
    return Ankreuzfeld(
        (Kaestchen("ja", wert is True, f"{pfad}.ja"), Kaestchen("nein", wert is False, f"{pfad}.nein")),
        in_einer_zeile=in_einer_zeile,
    )


def auswahlfeld(typ: Any, wert: Any, pfad: str) -> Ankreuzfeld:
    """Give all options of a type, ticked where chosen; the free entry follows its option."""
    gewaehlt = wert if isinstance(wert, list) else [wert]
    frei = ", ".join(eins.sonstiges for eins in gewaehlt if isinstance(eins, Sonstiges))
    namen = {eins.name for eins in gewaehlt if isinstance(eins, Option)} | ({SONSTIGES} if frei else set())
    return Ankreuzfeld(
        tuple(
            Kaestchen(f"{titel} {frei}" if frei and name == SONSTIGES else titel, name in namen, f"{pfad}.{name}")
            for name, titel in optionen(typ).items()
        )
    )


def freie_kaestchen(frage: FrageImText, eintraege: list[str]) -> Ankreuzfeld:
    """Give a ticked box for each own entry; the printed empty ones only as long as there is none."""
    pfad = dotted(frage.pfad)
    texte = [(text, True) for text in eintraege if text.strip()] or [
        (leer, False) for leer in frage.frage.freie_kaestchen
    ]
    return Ankreuzfeld(tuple(Kaestchen(text, ja, f"{pfad}[{nummer}]") for nummer, (text, ja) in enumerate(texte)))

"""One value without brackets where a list may stand: read as a list, told at its place, and alike in the schema."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest

from kmut_cli.documents.laden import lade
from kmut_cli.documents.schema import json_schema
from kmut_cli.documents.stelle import wert_an
from kmut_cli.rules.pruefling import Pruefling
from kmut_cli.source.reader import read_source

HANDLUNGSFELDER = "dokument: handlungskonzept\nhandlungsfelder: [{handlungsfeld: A, entspricht: %s}]\n"
ANGEBOTE = "dokument: bestandsaufnahme\nangebote: [{angebot: A, anbieter: B, bereiche: %s}]\n"
WETTBEWERB = 'dokument: wettbewerbsbeitrag\ngliederung: "2018"\n'


def gelesen(text: str) -> Any:
    geladen = lade(read_source("x.yaml", text.encode()))
    assert geladen.findings == ()
    jsonschema.validate(geladen.source.data, json_schema(geladen.dokument.dokument, geladen.dokument.gliederung))
    return geladen


@pytest.mark.parametrize(
    ("text", "pfad"),
    [
        ("dokument: handlungskonzept\ndarstellung: %s\n", ("darstellung",)),
        (WETTBEWERB + "konzeption: {orte: %s}\n", ("konzeption", "orte")),
        (WETTBEWERB + "konzeption: {handlungsfelder: {sport: %s}}\n", ("konzeption", "handlungsfelder", "sport")),
        (WETTBEWERB + "anlagen: %s\n", ("anlagen",)),
        ("dokument: migrationsbericht\nhandlungsfelder: %s\n", ("handlungsfelder",)),
        ("dokument: monitoring\nauswahl: %s\n", ("auswahl",)),
        ("dokument: sitzungsvorlage\nschlagworte: %s\n", ("schlagworte",)),
    ],
)
def test_one_value_is_a_list_of_one(text: str, pfad: tuple[str, ...]) -> None:
    wort = {"darstellung": "tabelle", "orte": "schulen", "sport": "projekte", "auswahl": '"5.1"'}.get(pfad[-1], "Plan")
    einer, liste = (wert_an(gelesen(text % eins).dokument, pfad) for eins in (wort, f"[{wort}]"))
    assert einer == liste
    assert len(einer) == 1


def test_a_single_option_may_also_be_one_of_their_own() -> None:
    (angebot,) = gelesen(ANGEBOTE % "{sonstiges: Wohnen}").dokument.angebote
    assert [eins.sonstiges for eins in angebot.bereiche] == ["Wohnen"]


def test_its_place_is_that_of_the_list() -> None:
    geladen = gelesen(HANDLUNGSFELDER % "partizipation")
    feld = geladen.dokument.felder[0]
    loc = ("handlungsfelder", 0, "entspricht")
    assert [ort for ort, _eins in Pruefling(geladen, geladen.dokument).punkte(loc, feld.entspricht)] == [loc]


@pytest.mark.parametrize(
    ("text", "wert", "hilfe"),
    [
        (HANDLUNGSFELDER, "partizipatio", "Meinten Sie „partizipation“?"),
        (HANDLUNGSFELDER, "[partizipatio]", "Meinten Sie „partizipation“?"),
        (ANGEBOTE, "{a: b}", "Den Schlüssel"),
        ("dokument: sitzungsvorlage\nschlagworte: %s\n", "-eins -zwei", "fehlt ein Leerzeichen"),
    ],
)
def test_what_is_wrong_is_told_as_in_a_list(text: str, wert: str, hilfe: str) -> None:
    geladen = lade(read_source("x.yaml", (text % wert).encode()))
    assert any(hilfe in eins.message + eins.help for eins in geladen.findings), geladen.findings
    assert not jsonschema.Draft202012Validator(
        json_schema(geladen.dokument.dokument, geladen.dokument.gliederung)  # type: ignore[union-attr]
    ).is_valid(geladen.source.data)

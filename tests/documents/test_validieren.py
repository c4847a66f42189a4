"""What is right is kept, what is wrong is named by its place in the file, also behind items that were left out."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kmut_cli.documents.registry import dokumenttyp
from kmut_cli.documents.taetigkeitsbericht_2020 import Massnahme
from kmut_cli.documents.validieren import validiere
from kmut_cli.rules.pruefling import Pruefling
from tests.documents.hilfen import alles

BERICHT = dokumenttyp("taetigkeitsbericht", "2020")
ANTRAG = dokumenttyp("projektbeschreibung", "2026")
GUT: list[Any] = [{"ziel": "eins"}, {"ziel": "zwei", "massnahmen": [{"massnahme": "m"}]}, {}]
SCHLECHT: list[Any] = [None, "Text", ["a"], {"ziel": ["a"]}, {"zil": "x"}, {"massnahmen": "m"}]


def _bericht(ziele: list[Any]) -> dict[str, Any]:
    return {"dokument": "taetigkeitsbericht", "gliederung": "2020", "aufgaben": {"handlungskonzept": {"ziele": ziele}}}


@given(st.lists(st.sampled_from(GUT + SCHLECHT), max_size=6))
def test_jeder_fehler_hat_seine_stelle(ziele: list[Any]) -> None:
    ergebnis = validiere(BERICHT, _bericht(ziele))
    pfad = ("aufgaben", "handlungskonzept", "ziele")
    nummern = {eins.ort[3] for eins in ergebnis.fehler if eins.ort[:3] == pfad}
    assert nummern == {nummer for nummer, ziel in enumerate(ziele) if ziel in SCHLECHT}
    weg = {nummer for nummer, ziel in enumerate(ziele) if not isinstance(ziel, dict)}
    geblieben = ergebnis.modell.aufgaben.handlungskonzept.ziele
    assert len(geblieben) == len(ziele) - len(weg)
    assert [eins.ziel for eins in geblieben] == [
        ziel.get("ziel") if isinstance(ziel.get("ziel"), str) else None for ziel in ziele if isinstance(ziel, dict)
    ]
    assert validiere(BERICHT, ergebnis.daten).fehler == ()


def test_was_eine_angabe_braucht_nimmt_sie_mit() -> None:
    bereiche = [{"sonstiges": "a"}, {}, "soziales", {"sonstiges": ["b"]}, {"sonstigs": "c"}, "bevoelkerung"]
    daten = {"dokument": "projektbeschreibung", "gliederung": "2026", "bestandsaufnahme": {"bereiche": bereiche}}
    ergebnis = validiere(ANTRAG, daten)
    assert [getattr(eins, "name", None) or eins.sonstiges for eins in ergebnis.modell.bestandsaufnahme.bereiche] == [
        "a", "soziales", "bevoelkerung",
    ]  # fmt: skip
    assert {("bestandsaufnahme", "bereiche", nummer) for nummer in (1, 3, 4)} <= ergebnis.fehlerhaft


def test_orte_hinter_ausgelassenen_punkten_stimmen() -> None:
    text = (
        'dokument: taetigkeitsbericht\ngliederung: "2020"\naufgaben:\n  handlungskonzept:\n    ziele:\n'
        "      - ziel: eins\n      - entfallen\n      - ziel: drei\n        massnahmen:\n"
        "          - ~\n          - massnahme: m\n"
    )
    geladen, _findings = alles(text)
    assert geladen.dokument is not None
    pruefling = Pruefling(geladen, geladen.dokument)
    orte = [ort for ort, _wert in pruefling.werte(Massnahme)]
    assert orte == [("aufgaben", "handlungskonzept", "ziele", 2, "massnahmen", 1)]


def test_ohne_kopf_bleibt_nichts() -> None:
    ergebnis = validiere(BERICHT, {"status": "final"})
    assert (ergebnis.modell, ergebnis.daten) == (None, {})
    assert {eins.art for eins in ergebnis.fehler} == {"missing"}


def test_viele_fehler_in_ineinander_liegenden_listen() -> None:
    """Items count as in the file, also in the second look, when others before them are gone."""
    innen = [{"massnahme": "m"}, "Text", {"massnahme": "n", "stand": "xx"}]
    ziele: list[Any] = []
    pfad = ("aufgaben", "handlungskonzept", "ziele")
    falsch: set[tuple[str | int, ...]] = set()
    for nummer in range(0, 300, 3):
        hier = (*pfad, nummer + 1, "massnahmen")
        ziele += ["falsch", {"ziel": f"Z{nummer}", "massnahmen": innen}, {"massnahmen": {"entfaellt": None}}]
        falsch |= {(*pfad, nummer), (*hier, 1), (*hier, 2, "stand")}
        # Without its key the mapping is no answer any more, which shows only then.
        ohne = (*pfad, nummer + 2, "massnahmen")
        falsch |= {ohne, (*ohne, "entfaellt")}
    ergebnis = validiere(BERICHT, _bericht(ziele))
    assert ergebnis.fehlerhaft == falsch
    geblieben = ergebnis.modell.aufgaben.handlungskonzept.ziele
    assert [eins.ziel for eins in geblieben[::2]] == [f"Z{nummer}" for nummer in range(0, 300, 3)]
    assert all([eine.massnahme for eine in eins.massnahmen] == ["m", "n"] for eins in geblieben[::2])
    assert all(eins.massnahmen is None for eins in geblieben[1::2])

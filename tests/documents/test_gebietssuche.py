"""Finding the body that is meant: by AGS, by name, by half a name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kmut_cli.documents.gebiete import Gebiet, gebiete
from kmut_cli.documents.gebietsname import anrede, passt
from kmut_cli.documents.gebietssuche import Rueckfrage, alle, suche


def test_there_are_47() -> None:
    assert len(alle()) == len({gebiet.ags for gebiet in alle()}) == 47


@pytest.mark.parametrize("gebiet", [*alle(), gebiete()["03999"]], ids=lambda gebiet: gebiet.ags)
def test_is_found_by_every_way_to_write_it(gebiet: Gebiet) -> None:
    name = anrede(gebiet)
    ohne_umlaut = name.replace("ü", "ue").replace("ö", "oe")
    ags = gebiet.ags
    for eingabe in (ags, f"K{ags}", ags.removeprefix("0"), f" {ags} ", gebiet.name, name, name.upper(), ohne_umlaut):
        assert suche(eingabe) == gebiet, eingabe
    assert passt(name, gebiet), "check must agree with what init writes"


@pytest.mark.parametrize(
    ("eingabe", "ags", "name"),
    [
        ("LK Rotenburg", "03357", "Landkreis Rotenburg (Wümme)"),
        ("Rotenburg (Wümme)", "03357", "Landkreis Rotenburg (Wümme)"),
        ("Hannover, Landeshauptstadt", "03241001", "Landeshauptstadt Hannover"),
        ("Region Hannover", "03241", "Region Hannover"),
        ("Oldenburg (Oldb)", "03403", "Stadt Oldenburg (Oldb)"),
        ("Oldenburg (Oldenburg)", "03403", "Stadt Oldenburg (Oldb)"),
        ("Landkreis Osnabrück", "03459", "Landkreis Osnabrück"),
        ("Stadt Göttingen", "03159016", "Stadt Göttingen"),
        ("Landkreis Göttingen", "03159", "Landkreis Göttingen"),
        ("Nienburg/Weser", "03256", "Landkreis Nienburg (Weser)"),
        ("Landkreis Heidekreis", "03358", "Heidekreis"),
    ],
)
def test_names_in_use(eingabe: str, ags: str, name: str) -> None:
    gefunden = suche(eingabe)
    assert isinstance(gefunden, Gebiet)
    assert (gefunden.ags, anrede(gefunden)) == (ags, name)


@pytest.mark.parametrize(
    ("eingabe", "auswahl"),
    [
        ("Oldenburg", {"03403", "03458"}),
        ("Osnabrück", {"03404", "03459"}),
        ("Hannover", {"03241", "03241001"}),
        ("Göttingen", {"03159", "03159016"}),
        ("03152", {"03159"}),
        ("03156", {"03159"}),
        ("Osterode", {"03159"}),
        ("Rotenbrug", {"03357"}),
        ("Osnabruck", {"03404", "03459"}),
        ("Grafschaft", {"03456"}),
        ("hamel", {"03252"}),
        ("Hansestadt Lüneburg", {"03355"}),
        ("03357001", {"03357"}),
        ("99999", set()),
        ("Berlin", set()),
        ("Landkreis", set()),
        ("", set()),
    ],
)
def test_what_is_asked_back(eingabe: str, auswahl: set[str]) -> None:
    gefunden = suche(eingabe)
    assert isinstance(gefunden, Rueckfrage)
    assert {gebiet.ags for gebiet in gefunden.auswahl} == auswahl
    assert all(gebiet.ags in gefunden.hilfe and anrede(gebiet) in gefunden.hilfe for gebiet in gefunden.auswahl)
    assert gefunden.text.endswith(".")


@given(st.text(max_size=40))
def test_anything_may_be_typed(eingabe: str) -> None:
    gefunden = suche(eingabe)
    assert isinstance(gefunden, Rueckfrage) or not gefunden.aufgeloest

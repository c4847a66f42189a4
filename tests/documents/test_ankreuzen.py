"""Ticking in a list: whatever stands in it stays, unless its own box is cleared."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kmut_cli.documents.ankreuzen import Ankreuzliste

OPTIONEN = {"a": "Erstens", "b": "Zweitens", "sonstiges": "Sonstiges"}
EINTRAG = st.one_of(
    st.sampled_from(["a", "b", "sonstiges", "unbekannt"]),
    st.builds(lambda text: {"sonstiges": text}, st.text(max_size=3)),
    st.none(),
)


def liste(bisher: list[Any]) -> Ankreuzliste:
    def gemeint(eintrag: Any) -> str | None:
        return eintrag if isinstance(eintrag, str) and eintrag in OPTIONEN else None

    return Ankreuzliste(bisher, OPTIONEN, gemeint, repr)


@given(st.lists(EINTRAG, max_size=6), st.data())
def test_what_is_not_touched_stays_in_its_order(bisher: list[Any], daten: st.DataObject) -> None:
    eine = liste(bisher)
    assert eine.danach(eine.angekreuzt()) == list(range(len(bisher)))
    namen = [name for name, _titel in eine.kaestchen()]
    assert len(set(namen)) == len(namen)
    gewaehlt = daten.draw(st.sets(st.sampled_from(namen)))
    danach = eine.danach(gewaehlt)
    alte = [zeile for zeile in danach if isinstance(zeile, int)]
    assert alte == sorted(alte)
    assert {zeile for zeile in danach if isinstance(zeile, str)} == gewaehlt - set(eine.angekreuzt())
    wieder = liste([bisher[zeile] if isinstance(zeile, int) else zeile for zeile in danach])
    assert len(wieder.angekreuzt()) == len(gewaehlt), "angekreuzt ist danach, was gewählt war"


@given(st.sets(st.sampled_from(list(OPTIONEN))))
def test_an_empty_list_gets_the_official_order(gewaehlt: set[str]) -> None:
    assert liste([]).danach(gewaehlt) == [name for name in OPTIONEN if name in gewaehlt]


def test_a_new_option_goes_behind_those_before_it() -> None:
    assert liste(["sonstiges", "a"]).danach({"a", "b", "sonstiges"}) == [0, 1, "b"]
    assert liste([{"sonstiges": "x"}, "unbekannt"]).danach({"a", "=0", "=1"}) == ["a", 0, 1]

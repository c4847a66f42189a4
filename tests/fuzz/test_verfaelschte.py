"""Files after accidents, and bytes of any kind at every way into the tool: told about, never thrown."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fuzz.commonmark import TEXTE
from tests.fuzz.schreibweisen import geschrieben
from tests.fuzz.strategien import ALLE, dokumente
from tests.fuzz.umfang import umfang
from tests.fuzz.verfaelschen import beispiele, verfaelscht
from tests.fuzz.ziele import TRENNER, ZIELE, aendern, ausgeben, lesen, markdown

FAELLE = Path(__file__).parent / "faelle"
SAAT = st.integers(0, 2**32)
ERZEUGT = st.sampled_from(ALLE).flatmap(dokumente)
GESCHRIEBEN = st.builds(lambda daten, saat: geschrieben(daten, saat).decode(), ERZEUGT, SAAT)


@umfang(60)
@given(verfaelscht(GESCHRIEBEN))
def test_generated_files_after_accidents(inhalt: bytes) -> None:
    lesen(inhalt)


@umfang(15)
@given(verfaelscht(st.deferred(lambda: st.sampled_from(beispiele()))))
def test_examples_after_accidents(inhalt: bytes) -> None:
    lesen(inhalt)


@umfang(8)
@given(verfaelscht(GESCHRIEBEN))
@pytest.mark.usefixtures("grobe_bilder")
def test_what_is_valid_after_accidents_can_be_given_out(inhalt: bytes) -> None:
    ausgeben(inhalt)


@umfang(8)
@given(verfaelscht(TEXTE))
def test_markdown_after_accidents(inhalt: bytes) -> None:
    markdown(inhalt)


@umfang(60)
@given(st.binary(min_size=2, max_size=2), GESCHRIEBEN | st.deferred(lambda: st.sampled_from(beispiele())), TEXTE)
def test_an_edit_changes_what_it_is_meant_for_only(wo: bytes, datei: str, neu: str) -> None:
    aendern(wo + datei.encode() + TRENNER + neu.encode())


@pytest.mark.parametrize("fall", sorted(FAELLE.glob("*/*")), ids=lambda fall: f"{fall.parent.name}/{fall.name}")
def test_what_was_found_once(fall: Path) -> None:
    """Each file of a folder is a case of the target of that name."""
    ZIELE[fall.parent.name](fall.read_bytes())

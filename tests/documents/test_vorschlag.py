"""„Meinten Sie …?“ finds what is meant, and stays silent where nothing is near."""

from __future__ import annotations

import doctest
from difflib import get_close_matches

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kmut_cli.documents import vorschlag
from kmut_cli.documents.felder import alle_pfade, heimat
from kmut_cli.documents.registry import arten, dokumenttyp
from kmut_cli.documents.vorschlag import aehnlich, als_schluessel, meinten_sie


def test_beispiele_im_text() -> None:
    ergebnis = doctest.testmod(vorschlag)
    assert ergebnis.attempted > 0
    assert ergebnis.failed == 0


@pytest.mark.parametrize(
    ("wort", "bekannt", "gemeint"),
    [
        ("Straße", ["strasse"], "strasse"),
        ("hindernise", ["hindernisse", "themen"], "hindernisse"),
        ("xyz", ["hindernisse"], None),
        ("", ["a"], None),
        ("a", [], None),
        ("ä" * 100_000, ["ae"], None),
    ],
)
def test_vorschlag(wort: str, bekannt: list[str], gemeint: str | None) -> None:
    assert meinten_sie(wort, bekannt) == gemeint


@given(st.text(), st.lists(st.text(min_size=1), max_size=3))
def test_vorgeschlagen_wird_nur_bekanntes(wort: str, bekannt: list[str]) -> None:
    assert meinten_sie(wort, bekannt) in {None, *bekannt}
    assert als_schluessel(als_schluessel(wort)) == als_schluessel(wort)


_WORT = st.text("aab_", max_size=6)


@given(_WORT, st.lists(_WORT, max_size=4), st.sampled_from([0.5, 0.6, 0.7, 1.0]))
def test_die_buchstaben_schliessen_nur_aus_was_difflib_auch_nicht_naehme(
    wort: str, bekannt: list[str], ab: float
) -> None:
    assert aehnlich(wort, bekannt, ab) == next(iter(get_close_matches(wort, bekannt, n=1, cutoff=ab)), None)


@pytest.mark.parametrize(("art", "ausgabe"), [(art, ausgabe) for art, alle in arten().items() for ausgabe in alle])
def test_schluessel_sind_geschrieben_wie_zugesagt(art: str, ausgabe: str) -> None:
    """Lower case ASCII with underscores, so that a mistyped one finds its way back; and each knows its home."""
    typ = dokumenttyp(art, ausgabe)
    for pfad in alle_pfade(typ):
        assert als_schluessel(pfad[-1]) == pfad[-1]
        assert pfad in set(heimat(typ, pfad[-1].upper()))


def test_arten() -> None:
    assert arten()["taetigkeitsbericht"] == ("2020",)
    assert arten()["projektbeschreibung"] == ("2026",)
    assert list(arten()) == sorted(arten())
    with pytest.raises(KeyError):
        dokumenttyp("taetigkeitsbericht", "1999")
    with pytest.raises(KeyError):
        dokumenttyp("os", "2020")

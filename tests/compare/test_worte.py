"""Texts word by word: reflow is no change, everything else is one, and nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kmut_cli.compare.unterschied import UMGEKEHRT, Art
from kmut_cli.compare.worte import geglaettet, worte
from kmut_cli.compare.wortvergleich import wortvergleich
from tests.compare.hilfen import TEXT, mit_marken

ABSATZ = st.lists(st.sampled_from(["aa", "bb", "cc", "dd", "-", "1.", "|", "#", "ä"]), max_size=8).map(" ".join)
PROSA = st.lists(ABSATZ, max_size=8).map("\n".join) | st.lists(ABSATZ, max_size=6).map("\n\n".join)


@pytest.mark.parametrize(
    ("alt", "neu"),
    [
        ("eins zwei drei", "eins zwei\ndrei"),
        ("eins\n\nzwei", "eins\n\n\n\nzwei\n"),
        ("- a\n  - b\n- c", "- a\n      - b\n- c"),
        ("- a\n- b", "- a\n\n- b"),
        (
            "| a | b |\n|---|--:|\n| 1 | 2 |",
            "| a   |   b |\n|:-----|------:|\n| 1   |   2 |".replace(":-----", "------"),
        ),
        ("e\u0301", "é"),
        ("5\u00a0%", "5 %"),
        ("a\r\nb", "a\nb"),
        ("\ta", "a"),
        ("Öff\u00adnung", "Öffnung"),
    ],
)
def test_reflow_is_no_change(alt: str, neu: str) -> None:
    assert worte(alt) == worte(neu)
    assert [stueck.art for stueck in wortvergleich(alt, neu)] == [Art.GLEICH]


@pytest.mark.parametrize(
    ("alt", "neu"),
    [
        ("eins zwei", "eins\n\nzwei"),
        ("- a\n- b", "- a\n  - b"),
        ("Text\nText", "Text\n- Text"),
        ("|:--|\n| a |", "|--:|\n| a |"),
        ("Satz", "satz"),
    ],
)
def test_what_a_reader_would_see_is_a_change(alt: str, neu: str) -> None:
    assert any(stueck.art is not Art.GLEICH for stueck in wortvergleich(alt, neu))


@pytest.mark.parametrize(
    ("alt", "neu", "soll"),
    [
        ("Zwei von 13 Gemeinden.", "Drei von 13 Gemeinden.", "[-Zwei-] {+Drei+} von 13 Gemeinden."),
        ("- a b\n- c d", "- a b\n- neu dazu\n- c d", "- a b {+\n- neu dazu+} \n- c d"),
        ("- weg damit\n- c d e", "- c d e", "[-- weg damit-] \n- c d e"),
        ("gar nichts gemeinsam hier", "völlig andere Worte stehen dort", None),
        ("", "neu", "{+neu+}"),
        ("Eins.\n\nZwei.", "Eins. Zwei.", "Eins. [-\n-] Zwei."),
        ("Satz A.\n\nSatz B.\n\nSatz C.", "Satz A. Satz B.\n\nSatz C.", "Satz A. [-\n-] Satz B.\nSatz C."),
        ("Satz A. Satz B.\n\nSatz C.", "Satz A.\n\nSatz B.\n\nSatz C.", "Satz A. {+\n+} Satz B.\nSatz C."),
        (
            "Der erste Satz steht hier.\n\nDer zweite Satz steht da.\n\nEnde.",
            "Der erste Satz steht hier. Der zweite Satz steht dort.\n\nAnderes.",
            "Der erste Satz steht hier. [-\n-] Der zweite Satz steht [-da.\nEnde.-] {+dort.\nAnderes.+}",
        ),
    ],
)
def test_pieces(alt: str, neu: str, soll: str | None) -> None:
    ist = mit_marken(wortvergleich(alt, neu))
    assert ist == (soll if soll is not None else f"[-{alt}-] {{+{neu}+}}")


def test_a_lonely_word_between_changes_is_no_island() -> None:
    ist = mit_marken(wortvergleich("a b c d und e f g h i j k", "q r s t und u v w x i j k"))
    assert ist == "[-a b c d und e f g h-] {+q r s t und u v w x+} i j k"


@given(TEXT | PROSA, TEXT | PROSA)
def test_nothing_is_lost(alt: str, neu: str) -> None:
    stuecke = wortvergleich(alt, neu)
    for wer, art in ((alt, Art.ENTFERNT), (neu, Art.NEU)):
        seine = [wort for stueck in stuecke if stueck.art in (art, Art.GLEICH) for wort in stueck.text.split()]
        assert seine == geglaettet(wer).split()


@given(PROSA, PROSA)
def test_from_the_other_side_it_is_the_same_exchanged(alt: str, neu: str) -> None:
    zurueck = wortvergleich(neu, alt)
    hin = wortvergleich(alt, neu)
    assert sorted((UMGEKEHRT.get(s.art, s.art), s.text) for s in zurueck) == sorted((s.art, s.text) for s in hin)


@given(st.lists(st.sampled_from(["aa", "bb", "Cc."]), max_size=12), st.data())
def test_where_all_words_stayed_only_breaks_are_marked(folge: list[str], data: st.DataObject) -> None:
    luecken = st.lists(st.sampled_from([" ", "\n", "\n\n"]), min_size=len(folge), max_size=len(folge))
    alt, neu = ("".join(map("".join, zip(folge, data.draw(luecken), strict=True))) for _ in range(2))
    stuecke = wortvergleich(alt, neu)
    assert all(not eins.text.strip() for eins in stuecke if eins.art is not Art.GLEICH)


@given(TEXT | PROSA)
def test_a_text_equals_itself(text: str) -> None:
    assert all(stueck.art is Art.GLEICH for stueck in wortvergleich(text, text))


@settings(max_examples=5)
@given(st.sampled_from(["wort ", "wort\n\n", "- a\n", "a b c d e f g. ", "| a |\n"]))
def test_long_texts_are_compared(stueck: str) -> None:
    """Many equal words and paragraphs, which make matchers slow: the work stays bounded."""
    alt, neu = stueck * 20_000, "neu " + stueck * 19_000
    assert any(eins.art is Art.NEU for eins in wortvergleich(alt, neu))

"""Deadlines: what kmut.yaml says, what is usual, and what is due though there is no document yet."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kmut_cli.documents.registry import arten, dokumenttyp
from kmut_cli.documents.stammdaten import Fristen, Stammdaten
from kmut_cli.workspace.fristen import ANTRAG, BERICHT, Frist, erwartet, frist, hat_frist

STAMMDATEN = Stammdaten.model_validate(
    {"fristen": {BERICHT: {"2025": "2026-03-31", "2026": None}, ANTRAG: {"2027": "15.10.2026"}}}
)


@pytest.mark.parametrize(
    ("art", "jahr", "erwartet"),
    [
        (BERICHT, 2025, Frist(date(2026, 3, 31), "kmut.yaml")),
        (BERICHT, 2026, Frist()),
        (BERICHT, 2024, Frist()),
        (ANTRAG, 2027, Frist(date(2026, 10, 15), "kmut.yaml")),
        (ANTRAG, 2028, Frist(date(2027, 10, 31), "Regel")),
        (ANTRAG, None, Frist()),
    ],
)
def test_deadline_of_a_document(art: str, jahr: int | None, erwartet: Frist) -> None:
    assert frist(STAMMDATEN, art, jahr) == erwartet


def test_without_master_data_only_the_rule_holds() -> None:
    assert frist(None, ANTRAG, 2027) == Frist(date(2026, 10, 31), "Regel")
    assert frist(None, BERICHT, 2025) == Frist()


def test_every_kind_with_a_deadline_has_a_place_for_it() -> None:
    befristet = {art for art, ausgaben in arten().items() if dokumenttyp(art, ausgaben[-1]).fristregel}
    assert set(Fristen.model_fields) == befristet
    assert not hat_frist("veranstaltungen")


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2150, 1, 1)), st.integers(-9999, 9999))
def test_days_left(heute: date, tage: int) -> None:
    assert Frist(heute + timedelta(days=tage)).tage(heute) == tage
    assert Frist().tage(heute) is None


@pytest.mark.parametrize(
    ("vorhanden", "heute", "erwartete"),
    [
        (set(), date(2026, 4, 30), []),
        (set(), date(2026, 5, 1), [(ANTRAG, 2027)]),
        (set(), date(2026, 12, 31), [(ANTRAG, 2027)]),
        (set(), date(2027, 1, 1), []),
        ({(ANTRAG, 2027)}, date(2026, 11, 22), []),
        ({(ANTRAG, 2025)}, date(2026, 1, 1), [(BERICHT, 2025)]),
        ({(ANTRAG, 2025), (BERICHT, 2025)}, date(2026, 1, 1), []),
        ({(ANTRAG, 2024)}, date(2026, 1, 1), []),
    ],
)
def test_what_is_due_by_rule(vorhanden: set[tuple[str, int]], heute: date, erwartete: list[tuple[str, int]]) -> None:
    assert erwartet(vorhanden, None, heute) == erwartete


def test_what_is_due_by_kmut_yaml() -> None:
    assert erwartet(set(), STAMMDATEN, date(2026, 1, 1)) == [(ANTRAG, 2027), (BERICHT, 2025)]
    assert erwartet({(BERICHT, 2025)}, STAMMDATEN, date(2026, 1, 1)) == [(ANTRAG, 2027)]
    assert (BERICHT, 2025) in erwartet(set(), STAMMDATEN, date(2027, 3, 31))
    assert (BERICHT, 2025) not in erwartet(set(), STAMMDATEN, date(2027, 4, 1))

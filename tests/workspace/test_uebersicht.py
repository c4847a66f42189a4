"""Numbers of an overview."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kmut_cli.workspace.uebersicht import prozent


@given(st.integers(0, 1000), st.integers(0, 1000))
def test_hundert_heisst_alles(teil: int, ganzes: int) -> None:
    teil = min(teil, ganzes)
    anteil = prozent(teil, ganzes)
    assert 0 <= anteil <= 100
    assert (anteil == 100) == (teil == ganzes)

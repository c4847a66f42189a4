"""What the tests of all formats share."""

from __future__ import annotations

import pytest


@pytest.fixture
def enge_grenzen(monkeypatch: pytest.MonkeyPatch) -> None:
    """A twentieth of the work and output that a template may make: to get there takes seconds, and one test does."""
    monkeypatch.setenv("KMUT_GRENZE_VORLAGENSCHRITTE", "100000")
    monkeypatch.setenv("KMUT_GRENZE_AUSGABE", "1000000")

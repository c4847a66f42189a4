"""What the tests of all formats share."""

from __future__ import annotations

import pytest


@pytest.fixture
def enge_grenzen(monkeypatch: pytest.MonkeyPatch) -> None:
    """A twentieth of the work and output that a template may make: to get there takes seconds, and one test does."""
    monkeypatch.setattr("kmut_cli.render.sandbox.MAX_STEPS", 100_000)
    monkeypatch.setattr("kmut_cli.render.store.MAX_OUTPUT", 1_000_000)

"""What all tests share: golden files, which `pytest --update-golden` writes anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# The same examples on every run, so that a red run is the change's doing; `--hypothesis-profile=neu` looks further.
settings.register_profile("fest", derandomize=True, deadline=None, max_examples=50)
settings.register_profile("neu", deadline=None, print_blob=True, max_examples=500)
settings.load_profile("fest")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden files anew instead of comparing with them"
    )


@pytest.fixture
def grobe_bilder(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Pictures of few pixels, real in everything else: where nobody looks at them, they need not cost their time."""
    from kmut_cli.render.bild import raster

    monkeypatch.setattr(raster, "AUFLOESUNG", 10)
    raster.png.cache_clear()
    yield
    raster.png.cache_clear()


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str | bytes], None]:
    """Compares what a test made with `golden/NAME` beside the test's module, byte for byte."""
    folder = request.path.parent / "golden"
    update = request.config.getoption("--update-golden")

    def compare(name: str, actual: str | bytes) -> None:
        path: Path = folder / name
        content = actual.encode() if isinstance(actual, str) else actual
        if update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            return
        assert path.is_file(), f"{path} is missing: run pytest --update-golden and look at what it wrote"
        expected = path.read_bytes()
        if isinstance(actual, str):
            assert actual == expected.decode(), f"differs from {path}"
        assert content == expected, f"differs from {path}"

    return compare

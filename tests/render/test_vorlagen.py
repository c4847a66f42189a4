"""Which template a document gets."""

from __future__ import annotations

from pathlib import Path

import pytest

from kmut_cli.render.vorlagen import dateiname, vorlage


def lege(ordner: Path, art: str) -> Path:
    weg = ordner / dateiname(art, "md")
    weg.parent.mkdir(parents=True, exist_ok=True)
    weg.write_text(f"{art} in {ordner.name}")
    return ordner


@pytest.mark.parametrize(
    ("da", "art", "erwartet"),
    [
        ((), "taetigkeitsbericht", "templates/md/taetigkeitsbericht.md.j2"),
        ((), "unbekannt", "templates/md/dokument.md.j2"),
        (("dokument",), "unbekannt", "dokument in eigener"),
        (("dokument",), "taetigkeitsbericht", "templates/md/taetigkeitsbericht.md.j2"),
        (("dokument", "unbekannt"), "unbekannt", "unbekannt in eigener"),
        (("taetigkeitsbericht",), "taetigkeitsbericht", "taetigkeitsbericht in eigener"),
    ],
)
def test_the_kind_comes_before_all_kinds_and_ones_own_before_the_shipped(
    da: tuple[str, ...], art: str, erwartet: str, tmp_path: Path
) -> None:
    eigener = tmp_path / "eigener"
    for eins in da:
        lege(eigener, eins)
    gefunden = vorlage(art, "md", [eigener, lege(tmp_path / "oben", "dokument") if da else tmp_path])
    assert erwartet in (gefunden.name, gefunden.inhalt.decode())

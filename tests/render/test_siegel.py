"""A Markdown file shows that kmut wrote it, and whether somebody edited it since."""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from kmut_cli.render.formate import fremd
from kmut_cli.render.markdown.siegel import besiegelt, ist_unberuehrt

ALT = besiegelt("# Bericht\n\nText\n").encode()
NEU = besiegelt("# Anderer Titel\n\nNeuer Text\n").encode()


@pytest.mark.parametrize(
    "alt",
    [ALT, ALT.replace(b"\n", b"\r\n"), ALT.rstrip(), ALT + b"\n\n", b"\xef\xbb\xbf" + ALT],
    ids=["as written", "line ends of Windows", "no line end", "blank lines", "byte order mark"],
)
def test_own_file_is_overwritten_whatever_its_title(alt: bytes) -> None:
    assert ist_unberuehrt(alt)
    assert not fremd("md", alt, NEU)


def test_edited_file_stays_although_its_title_is_the_same() -> None:
    assert fremd("md", ALT.replace(b"Text", b"Besserer Text"), ALT)
    assert fremd("md", ALT + b"Nachsatz\n", NEU) is True


def test_file_without_seal_is_judged_by_its_first_line() -> None:
    assert ist_unberuehrt(b"# Bericht\n") is None
    assert not fremd("md", b"# Bericht\n\nalt\n", ALT)
    assert fremd("md", b"# Notizen\n", ALT)


def test_seal_does_not_show() -> None:
    gezeigt = MarkdownIt("commonmark").render(ALT.decode())
    assert gezeigt.replace("\n", "").startswith("<h1>Bericht</h1><p>Text</p><!-- kmut: ")

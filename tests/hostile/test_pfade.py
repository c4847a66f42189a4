"""Hostile paths: what a name on the command line, or an entry of a folder, may turn out to be."""

from __future__ import annotations

import builtins
import io
import os
import socket
import stat
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import BERICHT, Kmut
from tests.hostile.conftest import ruhig, zustand
from tests.hostile.korpus import GUT

pytestmark = pytest.mark.skipif(os.name != "posix", reason="FIFOs, sockets and devices are names on POSIX only")
BEFEHLE = (
    ("validate", "{}"),
    ("check", "{}"),
    ("render", "--format", "md", "{}"),
    ("status", "{}"),
    ("compare", "{}", "{}"),
    ("confirm", "{}", "--all"),
    ("fill", "{}"),
    ("log", "list", "--file", "{}"),
    ("log", "import", "{}.ics", "--yes"),
    ("monitoring", "import", "{}", "--yes"),
    ("monitoring", "show", "--file", "{}"),
    ("new", "taetigkeitsbericht", "2026", "--from", "{}", "--out", "neu.yaml"),
)


def _fifo(pfad: Path) -> None:
    os.mkfifo(pfad)


def _sockel(pfad: Path) -> None:
    with socket.socket(socket.AF_UNIX) as sockel:
        hier = Path.cwd()
        os.chdir(pfad.parent)  # the name of a socket is short
        try:
            sockel.bind(pfad.name)
        finally:
            os.chdir(hier)


def _verknuepft(ziel: str) -> Callable[[Path], None]:
    return lambda pfad: pfad.symlink_to(ziel)


def _im_kreis(pfad: Path) -> None:
    pfad.symlink_to("anders")
    (pfad.parent / "anders").symlink_to(pfad.name)


WAS = {
    "FIFO": _fifo,
    "socket": _sockel,
    "folder": Path.mkdir,
    "endless device": _verknuepft("/dev/zero"),
    "full device": _verknuepft("/dev/full"),
    "empty device": _verknuepft("/dev/null"),
    "terminal": _verknuepft("/dev/tty"),
    "own memory": _verknuepft("/proc/self/mem"),
    "dangling link": _verknuepft("nirgends"),
    "link to itself": _verknuepft("x.yaml"),
    "link in a circle": _im_kreis,
    "link through a file": _verknuepft("gut.yaml/../gut.yaml/x"),
}


@pytest.mark.parametrize("was", WAS)
def test_what_is_no_file_is_told_by_every_command(
    kmut: Kmut, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, was: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("gut.yaml").write_text(GUT, "utf-8")
    WAS[was](tmp_path / "x.yaml")
    Path("x.yaml.ics").symlink_to("x.yaml")
    vorher = zustand(tmp_path)
    for befehl in BEFEHLE:
        ruhig(kmut(*(wort.format("x.yaml") for wort in befehl)), 1, 2)
    ruhig(kmut("validate", "gut.yaml", "x.yaml"), 0, 1)  # a folder without a document is no error
    ruhig(kmut("check", "."), 0, 1)
    ruhig(kmut("status", "."), 0, 1)
    assert zustand(tmp_path) == vorher


NAMEN = {
    "line break": "a\nb.yaml",
    "escape sequence": "a\x1b[31m\x07b.yaml",
    "bytes that are no UTF-8": os.fsdecode(b"a\xff\xfe.yaml"),
    "direction of writing": "a\u202elmay.yaml",
    "blanks": " a .yaml",
    "option": "--help.yaml",
    "255 bytes": "x" * 250 + ".yaml",
    "quotes and dollar": "a\"'$(touch b)`;&|.yaml",
    "only an ending": ".yaml",
    "capitals": "A.YAML",
    "backslash": "a\\..\\b.yaml",
}


@pytest.mark.parametrize("name", NAMEN)
def test_names(kmut: Kmut, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    Path("k").mkdir()
    datei = Path("k", NAMEN[name])
    datei.write_text(GUT + "unbekannt: 1\n", "utf-8")
    for befehl in BEFEHLE[:8]:
        ruhig(kmut(*(wort.format(datei) for wort in befehl)), 0, 1, 2)
    for form in ("json", "sarif", "junit", "github", "gitlab"):
        ergebnis = kmut("validate", "k", "--format", form)
        assert ergebnis.status == 1
        assert "\x1b" not in ergebnis.out
    assert sorted(Path("k").iterdir()) == [datei]


def test_case_pairs_are_two_files(kmut: Kmut, tmp_path: Path) -> None:
    for name in ("a.yaml", "A.yaml", "a.YAML"):
        (tmp_path / name).write_text(GUT, "utf-8")
    anzahl = len(list(tmp_path.iterdir()))
    assert f"{anzahl} Dateien" in kmut("validate", tmp_path).out


def test_very_deep_folders(kmut: Kmut, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ebenen = 0
    try:
        while ebenen < 600:  # beyond the length of a path, not beyond what a folder may hold
            Path("d" * 10).mkdir()
            os.chdir("d" * 10)
            ebenen += 1
        Path("x.yaml").write_text(BERICHT, "utf-8")
        os.chdir(tmp_path)
        for befehl in ("validate", "check", "status"):
            ruhig(kmut(befehl, "."), 0, 1, 2)
    finally:
        os.chdir(tmp_path)
        for _ in range(ebenen):  # step by step, for nobody can remove a path that is too long
            os.chdir("d" * 10)
        Path("x.yaml").unlink(missing_ok=True)
        for _ in range(ebenen):
            os.chdir("..")
            Path("d" * 10).rmdir()


def test_links_to_a_folder_above_end(kmut: Kmut, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "hinauf").symlink_to("..")
    (tmp_path / "a" / "x.yaml").write_text(GUT, "utf-8")
    assert "1 Datei" in kmut("validate", tmp_path).out


def test_without_permission(kmut: Kmut, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The refusal is made by the opener, for root may read everything."""
    datei = tmp_path / "x.yaml"
    datei.write_text(GUT, "utf-8")
    (tmp_path / "gut.yaml").write_text(GUT, "utf-8")

    def fehlt(pfad: Path) -> None:
        raise PermissionError(13, "Permission denied", str(pfad))

    _beim_oeffnen(monkeypatch, datei, fehlt)
    for befehl in BEFEHLE[:8]:
        ruhig(kmut(*(wort.format(datei) for wort in befehl)), 1, 2)
    ergebnis = kmut("validate", tmp_path)
    ruhig(ergebnis, 1)
    assert "darf nicht gelesen werden" in ergebnis.out


def _beim_oeffnen(monkeypatch: pytest.MonkeyPatch, datei: Path, tue: Callable[[Path], None]) -> None:
    """Let something happen to a file at the moment when it is opened."""

    def erst(oeffne: Callable[..., Any]) -> Callable[..., Any]:
        def oeffne_dann(pfad: Any, *args: Any, **kwargs: Any) -> Any:
            if isinstance(pfad, str | os.PathLike) and Path(pfad).absolute() == datei:
                tue(datei)
            return oeffne(pfad, *args, **kwargs)

        return oeffne_dann

    for modul, name in ((builtins, "open"), (io, "open"), (os, "open")):
        monkeypatch.setattr(modul, name, erst(getattr(modul, name)))


def _verschwindet(pfad: Path) -> None:
    pfad.unlink(missing_ok=True)


def _wird_ordner(pfad: Path) -> None:
    if pfad.is_file():
        pfad.unlink()
        pfad.mkdir()


def _waechst(pfad: Path) -> None:
    os.truncate(pfad, pfad.stat().st_size + 100_000)  # with zeros, so that it shows


@pytest.mark.parametrize("tue", [_verschwindet, _wird_ordner, _waechst], ids=["vanishes", "becomes a folder", "grows"])
@pytest.mark.parametrize("befehl", BEFEHLE[:8], ids=" ".join)
def test_a_file_changes_while_it_is_read(
    kmut: Kmut, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, befehl: tuple[str, ...], tue: Callable[[Path], None]
) -> None:
    monkeypatch.chdir(tmp_path)
    datei = tmp_path / "x.yaml"
    datei.write_text(GUT, "utf-8")
    _beim_oeffnen(monkeypatch, datei, tue)
    ruhig(kmut(*(wort.format(datei) for wort in befehl)), 0, 1, 2)


def test_a_file_that_someone_writes_all_the_time(kmut: Kmut, tmp_path: Path) -> None:
    datei = tmp_path / "x.yaml"
    datei.write_text(GUT, "utf-8")
    genug = threading.Event()

    def schreibe() -> None:
        while not genug.is_set():
            datei.write_text(GUT[: len(GUT) // 2], "utf-8")
            datei.unlink()
            datei.write_text(GUT, "utf-8")

    faden = threading.Thread(target=schreibe)
    faden.start()
    try:
        for _ in range(20):
            ruhig(kmut("validate", datei), 0, 1, 2)
            ruhig(kmut("validate", tmp_path), 0, 1, 2)
    finally:
        genug.set()
        faden.join()


def test_a_file_that_says_it_is_small_and_has_no_end(
    kmut: Kmut, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A regular file, by its status, that gives bytes for ever, as some of /proc do: it is read up to the limit."""
    datei = tmp_path / "x.yaml"
    datei.write_text(GUT, "utf-8")
    echt, wirklich = datei.stat(), os.stat

    def stat_(pfad: Any, **kwargs: Any) -> os.stat_result:
        return echt if isinstance(pfad, str | os.PathLike) and Path(pfad) == datei else wirklich(pfad, **kwargs)

    datei.unlink()
    datei.symlink_to("/dev/zero")
    monkeypatch.setattr(os, "stat", stat_)
    ergebnis = kmut("validate", "--format", "json", datei)
    assert (ergebnis.status, ergebnis.codes) == (1, ["KM103"])


def test_a_folder_of_very_many_entries(kmut: Kmut, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A million entries that a patched listing gives; only ours are opened, and memory stays small."""
    import tracemalloc

    (tmp_path / "x.yaml").write_text(GUT, "utf-8")

    class Eintrag:
        def __init__(self, name: str) -> None:
            self.name, self.path = name, str(tmp_path / name)

        def is_dir(self, **_kwargs: Any) -> bool:
            return False

        is_symlink = is_junction = is_dir

        def is_file(self, **_kwargs: Any) -> bool:
            return True

        def stat(self, **_kwargs: Any) -> os.stat_result:
            return os.stat_result((stat.S_IFREG | 0o600, *[0] * 9))

    class Liste(Iterator[Eintrag]):
        def __init__(self) -> None:
            self._namen = (f"{nummer:06}.pdf" if nummer else "x.yaml" for nummer in range(ANZAHL))

        def __next__(self) -> Eintrag:
            return Eintrag(next(self._namen))

        def __enter__(self) -> Liste:
            return self

        def __exit__(self, *_args: object) -> None:
            return None

        def close(self) -> None:
            return None

    wirklich = os.scandir
    monkeypatch.setattr(os, "scandir", lambda wo=".": Liste() if os.fspath(wo) == str(tmp_path) else wirklich(wo))
    kmut("validate", tmp_path)  # imports
    tracemalloc.start()
    ergebnis = kmut("validate", tmp_path)
    spitze = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    ruhig(ergebnis, 0)
    assert "1 Datei" in ergebnis.out
    assert spitze < ANZAHL * 50 + 30_000_000


ANZAHL = 1_000_000 if os.environ.get("KMUT_HOSTILE") else 60_000

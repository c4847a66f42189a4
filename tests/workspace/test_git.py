"""Git as a mere reader: revisions, contents, last changes, and a German word for whatever is in the way."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kmut_cli.workspace.git import (
    Commit,
    GitError,
    GitFehlt,
    KeinRepository,
    Repository,
)
from kmut_cli.workspace.git_aufruf import programm
from kmut_cli.workspace.programme import programm_in
from tests.workspace.git_ordner import UMGEBUNG, checke_ein, git, repository

BERICHT = "2024/Tätigkeits bericht.yaml"


@pytest.fixture(autouse=True)
def _eigene_einstellungen(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, wert in UMGEBUNG.items():
        monkeypatch.setenv(name, wert)
    monkeypatch.setenv("TZ", "UTC")


@pytest.fixture
def klon(tmp_path: Path) -> Path:
    """Three states of a report, a second file that came later, and a folder name with umlaut and blank."""
    ordner = repository(tmp_path / "Mein Ördner")
    checke_ein(ordner, {BERICHT: "eins\n"}, "2025-01-10")
    git(ordner, "tag", "abgabe")
    checke_ein(ordner, {BERICHT: "zwei\n", "kmut.yaml": "kommune:\n"}, "2025-02-10")
    checke_ein(ordner, {BERICHT: "drei\n"}, "2025-03-10")
    return ordner


def revision(text: str, pfad: Path) -> Commit:
    return Repository.um(pfad).revision(text)


def inhalt(commit: Commit | str, pfad: Path) -> bytes:
    return Repository.um(pfad).inhalt(commit, pfad)


def meldung(aufruf: Callable[[], object]) -> tuple[str, str]:
    with pytest.raises(GitError) as fehler:
        aufruf()
    return fehler.value.message, fehler.value.help


# --- Revisions ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "erwartet"),
    [
        ("HEAD", "drei"),
        ("HEAD~1", "zwei"),
        ("HEAD~2", "eins"),
        ("abgabe", "eins"),
        ("main", "drei"),
        ("2025-02-10", "zwei"),
        ("10.02.2025", "zwei"),
        ("09.02.2025", "eins"),
        ("2030-01-01", "drei"),
    ],
)
def test_content_at_a_revision(klon: Path, text: str, erwartet: str) -> None:
    commit = revision(text, klon)
    assert isinstance(commit, Commit)
    assert inhalt(commit, klon / BERICHT) == f"{erwartet}\n".encode()
    assert inhalt(text, klon / BERICHT) == f"{erwartet}\n".encode()
    assert inhalt(commit.hash, klon / BERICHT) == f"{erwartet}\n".encode()


def test_a_commit_has_its_time_and_a_short_name(klon: Path) -> None:
    commit = revision("abgabe", klon)
    assert commit.zeit == "2025-01-10T12:00:00+00:00"
    assert len(commit.hash) == 40
    assert commit.hash.startswith(commit.kurz)


def test_a_tag_named_like_a_day_comes_before_the_day(klon: Path) -> None:
    git(klon, "tag", "2025-03-10", "abgabe")
    assert inhalt("2025-03-10", klon / BERICHT) == b"eins\n"


def test_a_day_is_that_of_the_branch_and_not_of_what_was_merged_later(klon: Path) -> None:
    git(klon, "checkout", "-q", "-b", "neben", "HEAD~1")
    checke_ein(klon, {"neu.yaml": "x\n"}, "2025-02-20")
    git(klon, "checkout", "-q", "main")
    git(klon, "merge", "-q", "--no-ff", "-m", "zusammen", "neben", zeit="2025-04-01T12:00:00+00:00")
    assert revision("2025-02-25", klon).zeit.startswith("2025-02-10")


def test_paths_from_the_current_folder(klon: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(klon / "2024")
    assert inhalt("HEAD~1", Path("Tätigkeits bericht.yaml")) == b"zwei\n"
    assert inhalt("HEAD", Path("../kmut.yaml")) == b"kommune:\n"


def test_a_file_that_is_gone(klon: Path) -> None:
    (klon / BERICHT).unlink()
    (klon / "2024").rmdir()
    git(klon, "commit", "-q", "-a", "-m", "weg")
    assert inhalt("HEAD~1", klon / BERICHT) == b"drei\n"
    text, hilfe = meldung(lambda: inhalt("HEAD", klon / BERICHT))
    assert "gibt es „2024/Tätigkeits bericht.yaml“ nicht" in text
    assert hilfe


def test_files_of_a_revision(klon: Path) -> None:
    lager = Repository.um(klon)
    assert lager.dateien("HEAD") == (klon / BERICHT, klon / "kmut.yaml")
    assert lager.dateien("HEAD~2") == (klon / BERICHT,)
    assert lager.dateien("HEAD", klon / "2024") == (klon / BERICHT,)


@pytest.mark.parametrize(
    ("text", "wort", "rat"),
    [
        ("HEAD~9", "So weit zurück („HEAD~9“)", "nur 3 Fassungen"),
        ("abgabe~1", "So weit zurück", "nur eine Fassung"),
        ("abgaben", "kennt Git nicht", "Meinten Sie „abgabe“?"),
        ("mian", "kennt Git nicht", "Meinten Sie „main“?"),
        ("v2", "kennt Git nicht", "2025-03-01"),
        ("", "kennt Git nicht", "HEAD~3"),
        ("--all", "kennt Git nicht", "HEAD~3"),
        ("--output=x", "kennt Git nicht", "HEAD~3"),
        ("HEAD..main", "kennt Git nicht", ""),
        ("HEAD:kmut.yaml", "kennt Git nicht", ""),
        (":/Stand", "kennt Git nicht", ""),
        ("HEAD^{/Stand}", "kennt Git nicht", ""),
        ("^HEAD~1", "kennt Git nicht", ""),
        ("abgabe..", "kennt Git nicht", ""),
        ("2024-12-31", "war noch nichts eingecheckt", "vom 10.01.2025"),
        ("31.02.2025", "gibt es im Kalender nicht", "Prüfen Sie"),
        ("2025", "kennt Git nicht", ""),
        ("a\0b", "nicht erlaubt", ""),
    ],
)
def test_an_unknown_revision(klon: Path, text: str, wort: str, rat: str) -> None:
    nachricht, hilfe = meldung(lambda: revision(text, klon))
    assert wort in nachricht
    assert rat in hilfe
    assert not (klon / "x").exists()


@pytest.mark.parametrize(
    ("name", "wort", "rat"),
    [
        ("2024/Tatigkeits bericht.yaml", "gibt es", f"Meinten Sie „{BERICHT}“?"),
        ("Tätigkeits bericht.yaml", "gibt es", f"Meinten Sie „{BERICHT}“?"),
        ("kmut.yaml", "gibt es", "spätere Fassung"),
        ("2024", "keine Datei", "YAML"),
        ("-x", "gibt es", ""),
        ("*.yaml", "gibt es", ""),
        ("../außen.yaml", "liegt nicht im Git-Repository", ""),
    ],
)
def test_a_file_that_is_not_in_the_revision(klon: Path, name: str, wort: str, rat: str) -> None:
    nachricht, hilfe = meldung(lambda: Repository.um(klon).inhalt("abgabe", klon / name))
    assert wort in nachricht
    assert rat in hilfe


@pytest.mark.skipif(sys.platform == "win32", reason="symbolic links need rights there")
def test_a_link_in_a_revision_is_no_file(klon: Path) -> None:
    (klon / "link.yaml").symlink_to("kmut.yaml")
    checke_ein(klon, {})
    assert "keine Datei" in meldung(lambda: inhalt("HEAD", klon / "link.yaml"))[0]


def test_a_file_that_is_too_large(klon: Path) -> None:
    checke_ein(klon, {"gross.yaml": b"#" * (5 * 1024 * 1024 + 1)})
    assert "zu groß" in meldung(lambda: inhalt("HEAD", klon / "gross.yaml"))[0]


# --- Last changes ---------------------------------------------------------------------------------------------------


def test_last_change_of_each_file(klon: Path) -> None:
    (klon / "neu.yaml").write_text("x\n")
    (klon / "kmut.yaml").write_bytes(b"kommune: x\n")
    dateien = [klon / BERICHT, klon / "kmut.yaml", klon / "neu.yaml"]
    bericht, stammdaten, neu = (Repository.um(klon).aenderungen(dateien)[datei] for datei in dateien)
    assert (bericht.zeit, bericht.eingecheckt, bericht.geaendert) == ("2025-03-10T12:00:00+00:00", True, False)
    assert (stammdaten.zeit, stammdaten.eingecheckt, stammdaten.geaendert) == ("2025-02-10T12:00:00+00:00", True, True)
    assert (neu.zeit, neu.eingecheckt, neu.geaendert) == (None, False, False)


def test_what_is_only_staged_is_not_checked_in(klon: Path) -> None:
    (klon / "neu.yaml").write_text("x\n")
    git(klon, "add", "neu.yaml")
    assert not Repository.um(klon).aenderungen([klon / "neu.yaml"])[klon / "neu.yaml"].eingecheckt


def test_other_line_ends_are_no_change(klon: Path) -> None:
    (klon / BERICHT).write_bytes(b"drei\r\n")
    assert not Repository.um(klon).aenderungen([klon / BERICHT])[klon / BERICHT].geaendert
    (klon / BERICHT).write_bytes(b"drei \r\n")
    assert Repository.um(klon).aenderungen([klon / BERICHT])[klon / BERICHT].geaendert


def test_many_files_and_merges(klon: Path) -> None:
    viele = {f"o/{nummer:03}.yaml": f"{nummer}\n" for nummer in range(250)}
    checke_ein(klon, viele, "2025-05-01")
    git(klon, "checkout", "-q", "-b", "neben", "abgabe")
    checke_ein(klon, {"spaet.yaml": "x\n"}, "2025-05-20")
    git(klon, "checkout", "-q", "main")
    git(klon, "merge", "-q", "--no-ff", "-m", "zusammen", "neben", zeit="2025-06-01T12:00:00+00:00")
    dateien = [klon / name for name in (*viele, BERICHT, "spaet.yaml")]
    zeiten = {datei: eine.zeit for datei, eine in Repository.um(klon).aenderungen(dateien).items()}
    assert {zeiten[klon / name] for name in viele} == {"2025-05-01T12:00:00+00:00"}
    assert zeiten[klon / BERICHT] == "2025-03-10T12:00:00+00:00"
    assert zeiten[klon / "spaet.yaml"] == "2025-05-20T12:00:00+00:00"


def test_a_file_outside_is_left_out(klon: Path, tmp_path: Path) -> None:
    assert Repository.um(klon).aenderungen([tmp_path / "x.yaml"]) == {}


def test_in_an_empty_repository_nothing_is_checked_in(tmp_path: Path) -> None:
    ordner = repository(tmp_path / "leer")
    (ordner / "a.yaml").write_text("x\n")
    assert not Repository.um(ordner).aenderungen([ordner / "a.yaml"])[ordner / "a.yaml"].eingecheckt
    text, hilfe = meldung(lambda: revision("HEAD", ordner))
    assert "noch nichts eingecheckt" in text
    assert "git commit" in hilfe


# --- Shallow clones -------------------------------------------------------------------------------------------------


@pytest.fixture
def flach(klon: Path, tmp_path: Path) -> Path:
    """A clone of the last two commits."""
    git(tmp_path, "clone", "-q", "--depth", "2", klon.as_uri(), "flach")
    return tmp_path / "flach"


def test_a_shallow_clone_is_told_from_a_whole_one(klon: Path, flach: Path) -> None:
    assert Repository.um(flach).flach
    assert not Repository.um(klon).flach


@pytest.mark.parametrize("text", ["HEAD~2", "2025-01-15", "v1"])
def test_what_a_shallow_clone_lacks(flach: Path, text: str) -> None:
    nachricht, hilfe = meldung(lambda: revision(text, flach))
    assert text in nachricht or "15.01.2025" in nachricht
    assert "git fetch --unshallow" in hilfe


def test_what_a_shallow_clone_has(flach: Path) -> None:
    assert inhalt("HEAD~1", flach / BERICHT) == b"zwei\n"
    aenderungen = Repository.um(flach).aenderungen([flach / BERICHT, flach / "kmut.yaml"])
    assert aenderungen[flach / BERICHT].zeit == "2025-03-10T12:00:00+00:00"
    # Its oldest commit seems to have made every file.
    assert aenderungen[flach / "kmut.yaml"].zeit is None
    assert aenderungen[flach / "kmut.yaml"].eingecheckt


# --- In the way -----------------------------------------------------------------------------------------------------


def test_no_repository(tmp_path: Path) -> None:
    with pytest.raises(KeinRepository) as fehler:
        Repository.um(tmp_path / "weg" / "x.yaml")
    assert "liegt nicht in einem Git-Repository" in fehler.value.message


def test_no_git(klon: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(GitFehlt) as fehler:
        revision("HEAD", klon)
    assert "nicht installiert" in fehler.value.message


@pytest.mark.parametrize(
    ("dateien", "gefunden"),
    [
        (["git.EXE"], "git.EXE"),
        (["git.CMD", "git.EXE"], "git.EXE"),
        (["git.CMD"], None),  # a batch file would run what stands behind „&“ in the name of a file
        (["git"], None),  # a script for another shell
    ],
)
def test_git_on_windows_has_an_ending(tmp_path: Path, dateien: list[str], gefunden: str | None) -> None:
    for name in dateien:
        (tmp_path / name).touch()
    umgebung = {"PATH": str(tmp_path), "PATHEXT": ".COM;.EXE;.BAT;.CMD"}
    if gefunden is None:
        with pytest.raises(GitFehlt):
            programm(umgebung, windows=True)
    else:
        assert programm(umgebung, windows=True) == str(tmp_path / gefunden)


@pytest.mark.parametrize(("name", "gefunden"), [("code", "code.CMD"), ("code.CMD", "code.CMD"), ("notiz", None)])
def test_a_program_in_a_folder_on_windows(tmp_path: Path, name: str, gefunden: str | None) -> None:
    for datei in ("code", "code.CMD", "code.PY", "notiz.txt"):
        (tmp_path / datei).touch()
    erwartet = tmp_path / gefunden if gefunden else None
    assert programm_in(tmp_path, name, {"PATHEXT": ".EXE;;.CMD"}, windows=True) == erwartet
    assert programm_in(tmp_path, "code", {}, windows=True) == tmp_path / "code.CMD"


def test_a_program_in_a_folder_elsewhere_needs_the_right_to_be_run(tmp_path: Path) -> None:
    (tmp_path / "code").touch(0o600)
    assert programm_in(tmp_path, "code", {}, windows=False) is None
    (tmp_path / "code").chmod(0o700)
    assert programm_in(tmp_path, "code", {}, windows=False) == tmp_path / "code"


def test_a_git_in_the_current_folder_is_not_run(klon: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    falle = klon / ("git.exe" if sys.platform == "win32" else "git")
    falle.write_text("#!/bin/sh\ntouch gelaufen\n")
    falle.chmod(0o755)
    monkeypatch.chdir(klon)
    monkeypatch.setenv("PATH", f".{os.pathsep}{os.pathsep}{os.environ['PATH']}")
    assert Repository.um(klon).wurzel == klon
    assert not (klon / "gelaufen").exists()


def test_a_repository_of_someone_else(klon: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")  # git's own switch for tests of this
    text, hilfe = meldung(lambda: revision("HEAD", klon / "2024"))
    assert "anderen Benutzerkonto" in text
    assert f'git config --global --add safe.directory "{klon.as_posix()}"' in hilfe


def test_broken_settings(klon: Path) -> None:
    (klon / ".git/config").write_text("[core\n")
    assert "Einstellungen" in meldung(lambda: revision("HEAD", klon))[0]


@pytest.mark.parametrize("variable", ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"])
def test_called_from_a_hook(klon: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str) -> None:
    monkeypatch.setenv(variable, str(tmp_path / "anderswo"))
    assert inhalt("HEAD", klon / BERICHT) == b"drei\n"


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script as trap")
def test_nothing_that_a_repository_configures_is_run(klon: Path, tmp_path: Path) -> None:
    spur = tmp_path / "gelaufen"
    falle = tmp_path / "falle.sh"
    falle.write_text(f"#!/bin/sh\ntouch '{spur}'\ncat\n")
    falle.chmod(falle.stat().st_mode | stat.S_IXUSR)
    haken = klon / ".git/hooks"
    haken.mkdir(exist_ok=True)
    for name in ("post-index-change", "post-checkout", "pre-commit", "fsmonitor-watchman"):
        (haken / name).write_text(falle.read_text())
        (haken / name).chmod(0o755)
    for schluessel in (
        *("core.fsmonitor", "core.pager", "core.sshCommand", "core.editor", "core.gitProxy", "gpg.program"),
        *("diff.external", "diff.boese.command", "diff.boese.textconv", "filter.boese.clean", "filter.boese.smudge"),
        *("pager.log", "alias.log", "uploadpack.packObjectsHook", "remote.origin.uploadpack"),
    ):
        git(klon, "config", schluessel, f"!{falle}" if schluessel.startswith("alias") else str(falle))
    for schluessel, wert in (
        ("log.showSignature", "true"),
        ("core.hooksPath", str(haken)),
        ("remote.origin.url", f"ext::{falle}"),
        ("remote.origin.promisor", "true"),
        ("protocol.ext.allow", "always"),
        ("extensions.partialClone", "origin"),
        ("core.repositoryFormatVersion", "1"),
    ):
        git(klon, "config", schluessel, wert)
    (klon / ".git/info").mkdir(exist_ok=True)
    (klon / ".git/info/attributes").write_text("* filter=boese diff=boese\n")
    (klon / BERICHT).write_text("vier\n")
    git(klon, "status")
    assert spur.exists()  # the traps work
    spur.unlink()

    lager = Repository.um(klon)
    assert lager.aenderungen([klon / BERICHT])[klon / BERICHT].geaendert
    assert lager.inhalt("HEAD~1", klon / BERICHT) == b"zwei\n"
    assert lager.inhalt("2025-02-10", klon / BERICHT) == b"zwei\n"
    with pytest.raises(GitError):
        lager.revision("nirgends")
    with pytest.raises(GitError):
        lager.revision("0123456789012345678901234567890123456789")
    assert not spur.exists()


def test_nothing_is_written(klon: Path) -> None:
    os.utime(klon / BERICHT, (1_700_000_000, 1_700_000_000))  # git would now freshen its index
    vorher = {pfad: pfad.stat().st_mtime_ns for pfad in klon.rglob("*")}
    Repository.um(klon).aenderungen([klon / BERICHT])
    revision("2025-02-10", klon)
    assert {pfad: pfad.stat().st_mtime_ns for pfad in klon.rglob("*")} == vorher

"""Who may read and write a file stays as it is, links are followed safely, and odd drives and names work."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kmut_cli.source import temporary
from kmut_cli.source.attributes import carry_over
from kmut_cli.source.oserror import FolderClosed, InUse, grund, rat
from kmut_cli.source.write import create_atomic, write_atomic
from tests.cli.conftest import Kmut
from tests.writing.faelle import BERICHT, faelle
from tests.writing.schritte import Schritte, ende, im_kind, reste, stand

ROOT = os.geteuid() == 0 if hasattr(os, "geteuid") else False
ACL = "system.posix_acl_access"


@pytest.fixture
def umask() -> Any:
    """A umask that takes nothing, so that only care keeps a file from others."""
    alt = os.umask(0)
    yield
    os.umask(alt)


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o604, 0o200])
@pytest.mark.usefixtures("umask")
def test_at_no_moment_may_more_people_read_it(tmp_path: Path, mode: int) -> None:
    datei = tmp_path / "a.yaml"
    datei.write_bytes(b"alt")
    datei.chmod(mode)
    gesehen = set()

    def sieh(_nummer: int, _name: str, _args: tuple[Any, ...]) -> None:
        for pfad in (datei, *reste(tmp_path)):
            jetzt = stat.S_IMODE(pfad.stat().st_mode)
            gesehen.add(pfad.name)
            assert not jetzt & 0o077 & ~mode, f"{pfad.name}: {jetzt:o}"

    with Schritte(sieh).aktiv():
        write_atomic(datei, b"neu")
    assert len(gesehen) == 2
    assert (datei.read_bytes(), stat.S_IMODE(datei.stat().st_mode)) == (b"neu", mode)


@pytest.mark.parametrize("maske", [0o000, 0o022, 0o027, 0o077])
@pytest.mark.parametrize("schreibe", [write_atomic, create_atomic])
def test_a_new_file_gets_what_the_umask_gives(tmp_path: Path, schreibe: Callable[..., None], maske: int) -> None:
    alt = os.umask(maske)
    try:
        schreibe(tmp_path / "a.yaml", b"neu")
        assert os.umask(maske) == maske
    finally:
        os.umask(alt)
    assert stat.S_IMODE((tmp_path / "a.yaml").stat().st_mode) == 0o666 & ~maske


@pytest.mark.skipif(not ROOT, reason="only root can give files away")
def test_owner_group_and_setgid_folders(tmp_path: Path) -> None:
    datei = tmp_path / "a.yaml"
    datei.write_bytes(b"alt")
    os.chown(datei, 12345, 23456)
    datei.chmod(0o640)
    write_atomic(datei, b"neu")
    da = datei.stat()
    assert (da.st_uid, da.st_gid, stat.S_IMODE(da.st_mode)) == (12345, 23456, 0o640)
    os.chown(tmp_path, 0, 34567)
    tmp_path.chmod(0o2775)
    create_atomic(tmp_path / "b.yaml", b"neu")
    assert (tmp_path / "b.yaml").stat().st_gid == 34567


@pytest.mark.skipif(not ROOT, reason="only root can become somebody else")
@pytest.mark.parametrize(("mode", "gruppe"), [(0o664, 4711), (0o666, 1000)])
def test_a_file_of_somebody_else_in_a_shared_folder(tmp_path: Path, mode: int, gruppe: int) -> None:
    """Who may write there becomes its owner, as with Word; its group stays where that is one of ours."""
    for ordner in (tmp_path, *tmp_path.parents):
        if ordner.stat().st_mode & 0o001 or ordner == Path("/"):
            break
        ordner.chmod(ordner.stat().st_mode | 0o011)
    geteilt = tmp_path / "geteilt"
    geteilt.mkdir()
    geteilt.chmod(0o777)
    datei = geteilt / "a.yaml"
    datei.write_bytes(b"alt")
    os.chown(datei, 12345, 4711)
    datei.chmod(mode)

    def lauf() -> int:
        os.setgroups([gruppe])  # only with that of the file it may be written, or by everybody
        os.setgid(1000)
        os.setuid(1000)
        write_atomic(datei, b"neu")
        return 0

    assert ende(im_kind(lauf)) == 0
    da = datei.stat()
    assert datei.read_bytes() == b"neu"
    assert (da.st_uid, da.st_gid, stat.S_IMODE(da.st_mode)) == (1000, gruppe, mode)


@pytest.mark.parametrize(("mode", "danach"), [(0o640, 0o600), (0o664, 0o644), (0o660, 0o600), (0o666, 0o666)])
def test_a_group_that_cannot_be_kept_gives_no_rights_to_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mode: int, danach: int
) -> None:
    def verweigert(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    datei, neu = tmp_path / "a.yaml", tmp_path / "neu"
    datei.touch()
    neu.touch(0o600)
    da = datei.stat()
    anders = os.stat_result((mode, da.st_ino, da.st_dev, 1, da.st_uid, da.st_gid + 1, 0, 0, 0, 0))
    monkeypatch.setattr(os, "fchown", verweigert)
    with neu.open("rb") as offen:
        carry_over(datei, anders, offen.fileno())
    assert stat.S_IMODE(neu.stat().st_mode) == danach


def _acl(benannt: int) -> bytes:
    """Give an access list: the owner and one other person may read and write, the group nothing."""
    ohne = 0xFFFFFFFF
    eintraege = [(1, 6, ohne), (2, 6, benannt), (4, 0, ohne), (16, 6, ohne), (32, 0, ohne)]
    return struct.pack("<I", 2) + b"".join(struct.pack("<HHI", *eins) for eins in eintraege)


@pytest.fixture
def mit_listen(tmp_path: Path) -> Path:
    """A folder on a drive that has access lists."""
    if not hasattr(os, "setxattr"):
        pytest.skip("access lists are those of Linux")
    (tmp_path / "probe").touch()
    try:
        os.setxattr(tmp_path / "probe", ACL, _acl(4711))
        os.setxattr(tmp_path / "probe", "user.probe", b"x")
    except OSError:
        pytest.skip("this drive has none")
    (tmp_path / "probe").unlink()
    return tmp_path


def test_attributes_and_access_list_are_kept(mit_listen: Path) -> None:
    datei = mit_listen / "a.yaml"
    datei.write_bytes(b"alt")
    os.setxattr(datei, ACL, _acl(4711))
    os.setxattr(datei, "user.herkunft", b"Amt")
    write_atomic(datei, b"neu")
    assert os.getxattr(datei, ACL) == _acl(4711)
    assert os.getxattr(datei, "user.herkunft") == b"Amt"
    assert datei.read_bytes() == b"neu"


def test_the_list_of_the_folder_opens_no_file(mit_listen: Path) -> None:
    datei = mit_listen / "a.yaml"
    datei.write_bytes(b"alt")
    datei.chmod(0o640)
    os.setxattr(mit_listen, "system.posix_acl_default", _acl(4711))
    write_atomic(datei, b"neu")
    assert ACL not in os.listxattr(datei)
    assert stat.S_IMODE(datei.stat().st_mode) == 0o640


def test_a_list_that_cannot_be_kept_gives_the_group_nothing(mit_listen: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def verweigert(*_: object) -> None:
        raise OSError(errno.ENOTSUP, "Operation not supported")

    datei = mit_listen / "a.yaml"
    datei.write_bytes(b"alt")
    os.setxattr(datei, ACL, _acl(4711))
    monkeypatch.setattr(os, "setxattr", verweigert)
    write_atomic(datei, b"neu")
    assert stat.S_IMODE(datei.stat().st_mode) == 0o600


@pytest.mark.parametrize("nummer", [errno.EPERM, errno.ENOTSUP, errno.EINVAL, errno.ENOSYS])
def test_a_drive_that_knows_no_rights_links_or_locks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nummer: int
) -> None:
    import fcntl

    def kann_nicht(*_: object, **__: object) -> None:
        raise OSError(nummer, os.strerror(nummer))

    for name in ("fchmod", "fchown", "chmod", "chown", "listxattr", "setxattr", "link", "fsync"):
        if hasattr(os, name) and (name, nummer) != ("fsync", errno.EPERM):
            monkeypatch.setattr(os, name, kann_nicht)
    monkeypatch.setattr(fcntl, "flock", kann_nicht)
    datei = tmp_path / "a.yaml"
    create_atomic(datei, b"alt")
    write_atomic(datei, b"neu", instead_of=b"alt")
    with pytest.raises(FileExistsError):
        create_atomic(datei, b"anders")
    assert stand(tmp_path) == {"a.yaml": b"neu"}
    assert not reste(tmp_path)


# --- Links and what is no file --------------------------------------------------------------------------------------


def test_a_link_that_leads_to_no_file_is_refused(tmp_path: Path, kmut: Kmut, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    os.mkfifo("leitung")
    Path("ordner").mkdir()
    Path("kreis").symlink_to("kreis2")
    Path("kreis2").symlink_to("kreis")
    ziele = {"geraet": os.devnull, "nach-leitung": "leitung", "nach-ordner": "ordner", "kreis": "kreis2"}
    for name, ziel in ziele.items():
        if name != "kreis":
            Path(name).symlink_to(ziel)
    worte = {
        "geraet": "keine gewöhnliche Datei", "leitung": "keine gewöhnliche Datei", "kreis": "führen im Kreis",
        "nach-leitung": "keine gewöhnliche Datei", "nach-ordner": "dort ist ein Ordner",
        "ordner": "dort ist ein Ordner", "/dev/stdout": "keine gewöhnliche Datei",
    }  # fmt: skip
    Path("a.yaml").write_text(BERICHT, "utf-8")
    vorher = stand(tmp_path)
    for name, wort in worte.items():
        if name == "/dev/stdout" and Path(name).is_file():
            continue
        ergebnis = kmut("compare", "a.yaml", "a.yaml", "--out", name)
        assert ergebnis.status == 2, name
        assert f"„{name}“ lässt sich nicht schreiben: " in ergebnis.err
        assert wort in ergebnis.err
    assert stand(tmp_path) == vorher
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)
    assert not reste(tmp_path)


def test_a_pipe_is_not_waited_for(tmp_path: Path, kmut: Kmut) -> None:
    [fall] = [fall for fall in faelle() if fall.name == "status"]
    fall.bereite_vor(tmp_path / "ordner")
    os.mkfifo("leitung")
    ergebnis = kmut("status", "--ics", "leitung")
    assert (ergebnis.status, "keine gewöhnliche Datei" in ergebnis.err) == (2, True)
    assert kmut("status", "--ics", "f.ics").status == 0


def test_the_target_of_a_link_may_lie_on_another_drive(tmp_path: Path) -> None:
    woanders = Path("/dev/shm")
    if not woanders.is_dir() or woanders.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("there is no other drive")
    ziel = woanders / f"kmut-test-{os.getpid()}.yaml"
    try:
        ziel.write_bytes(b"alt")
        (tmp_path / "a.yaml").symlink_to(ziel)
        write_atomic(tmp_path / "a.yaml", b"neu", instead_of=b"alt")
        assert (tmp_path / "a.yaml").is_symlink()
        assert ziel.read_bytes() == b"neu"
        assert [eins.name for eins in tmp_path.iterdir()] == ["a.yaml"]
    finally:
        ziel.unlink(missing_ok=True)


def test_of_several_names_one_gets_the_new_content(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"alt")
    os.link(tmp_path / "a.yaml", tmp_path / "b.yaml")
    write_atomic(tmp_path / "a.yaml", b"neu")
    assert stand(tmp_path) == {"a.yaml": b"neu", "b.yaml": b"alt"}


# --- Read-only, in use, gone ----------------------------------------------------------------------------------------


@pytest.mark.skipif(ROOT, reason="root may write everywhere")
def test_read_only(tmp_path: Path) -> None:
    datei = tmp_path / "a.yaml"
    datei.write_bytes(b"alt")
    datei.chmod(0o444)
    with pytest.raises(PermissionError):
        write_atomic(datei, b"neu")
    datei.chmod(0o644)
    tmp_path.chmod(0o555)
    try:
        with pytest.raises(FolderClosed):
            write_atomic(datei, b"neu")
    finally:
        tmp_path.chmod(0o755)
    assert stand(tmp_path) == {"a.yaml": b"alt"}


def test_a_read_only_file_or_folder_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    datei = tmp_path / "a.yaml"
    datei.write_bytes(b"alt")
    with monkeypatch.context() as nur_lesen:
        nur_lesen.setattr(os, "access", lambda *_: False)
        with pytest.raises(PermissionError) as caught:
            write_atomic(datei, b"neu")
    assert grund(caught.value) == "die Rechte dazu fehlen"
    oeffne = os.open

    def verweigert(pfad: Any, flags: int, *mehr: Any) -> int:
        if flags & os.O_CREAT:
            raise PermissionError(errno.EACCES, "Permission denied")
        return oeffne(pfad, flags, *mehr)

    monkeypatch.setattr(os, "open", verweigert)
    with pytest.raises(FolderClosed) as caught:
        write_atomic(datei, b"neu")
    assert grund(caught.value) == "im Ordner darf nichts angelegt werden"
    assert "Rechte des Ordners" in rat(caught.value)
    assert stand(tmp_path) == {"a.yaml": b"alt"}


@pytest.mark.parametrize("male", [2, 1000])
def test_windows_replaces_no_open_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, male: int) -> None:
    """A scanner has it open for a moment, Word for as long as somebody writes there."""
    ersetze, versuche = os.replace, []

    def verweigert(*args: Any) -> None:
        versuche.append(1)
        if len(versuche) <= male:
            raise PermissionError(errno.EACCES, "Der Prozess kann nicht auf die Datei zugreifen")
        ersetze(*args)

    datei = tmp_path / "a.docx"
    datei.write_bytes(b"alt")
    monkeypatch.setattr(temporary, "_OPEN_FILES_STAY", True)
    monkeypatch.setattr(temporary, "_PAUSE", 0.001)
    monkeypatch.setattr(os, "replace", verweigert)
    if male == 2:
        write_atomic(datei, b"neu")
        create_atomic(tmp_path / "b.docx", b"neu")
        assert stand(tmp_path) == {"a.docx": b"neu", "b.docx": b"neu"}
    else:
        with pytest.raises(InUse) as caught:
            write_atomic(datei, b"neu")
        assert grund(caught.value) == "ein anderes Programm hat die Datei geöffnet"
        assert "Word" in rat(caught.value)
        assert stand(tmp_path) == {"a.docx": b"alt"}
    assert not reste(tmp_path)


@pytest.mark.parametrize("vor", ["open", "write", "replace"])
def test_the_folder_is_removed_meanwhile(tmp_path: Path, vor: str) -> None:
    datei = tmp_path / "ordner" / "a.yaml"
    datei.parent.mkdir()
    datei.write_bytes(b"alt")

    def entferne(_nummer: int, name: str, _args: tuple[Any, ...]) -> None:
        if name == vor:
            shutil.rmtree(datei.parent)

    with Schritte(entferne).aktiv(), pytest.raises(FileNotFoundError) as caught:
        write_atomic(datei, b"neu")
    assert grund(caught.value) == "den Ordner dazu gibt es nicht"
    assert list(tmp_path.iterdir()) == []


# --- Names ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["a" * 250 + ".yaml", "ä" * 125 + ".yaml", "neue\nZeile.yaml", "undekodierbar-\udcff.yaml"]
)
def test_odd_names(tmp_path: Path, name: str) -> None:
    datei = tmp_path / name
    create_atomic(datei, b"alt")
    write_atomic(datei, b"neu", instead_of=b"alt")
    assert datei.read_bytes() == b"neu"
    assert [eins.name for eins in tmp_path.iterdir()] == [name]


def test_the_longest_path(tmp_path: Path) -> None:
    laengster = os.pathconf(tmp_path, "PC_PATH_MAX") - 1
    ordner = tmp_path
    while (rest := laengster - len(str(ordner)) - 30) > 0:
        ordner = ordner / ("o" * min(rest, 200))
    ordner.mkdir(parents=True)
    datei = ordner / ("d" * (laengster - len(str(ordner)) - 1))
    create_atomic(datei, b"alt")
    write_atomic(datei, b"neu", instead_of=b"alt")
    assert datei.read_bytes() == b"neu"
    with pytest.raises(OSError) as caught:
        write_atomic(ordner / (datei.name + "d"), b"neu")
    assert grund(caught.value) == "der Name ist zu lang"

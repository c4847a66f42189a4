"""No module writes on its own: what changes files stands in few places, each for a reason."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import kmut_cli

WURZEL = Path(kmut_cli.__file__).parent
SCHREIBEN = "the one way by which files are written"
ORDNER = "makes the folder into which it writes by source/write.py"
RETTEN = "a new file whose name nobody else knows, and that is told of once it is on the disk"
SPEICHER = "into memory"
ERLAUBT: dict[str, tuple[str, str]] = {
    "source/temporary.py": ("os.open os.write os.dup os.replace os.link os.rename unlink", SCHREIBEN),
    "source/write.py": ("open os.open replace", SCHREIBEN),
    "source/attributes.py": ("os.fchmod os.fchown os.setxattr os.removexattr", SCHREIBEN),
    "source/lock.py": ("os.open unlink", "an empty file in the folder for temporary ones"),
    "cli/ausfuellen/retten.py": ("tempfile.mkstemp os.fdopen unlink", RETTEN),
    "cli/ausfuellen/editor.py": ("unlink", "removes what retten.py made"),
    "cli/ausfuellen/speichern.py": ("unlink", "removes what retten.py made"),
    "workspace/dateien.py": ("os.open", "to read, without waiting should it be a pipe"),
    "workspace/neu.py": ("mkdir rmdir", ORDNER),
    "workspace/anlegen.py": ("mkdir", ORDNER),
    "workspace/ausgabeort.py": ("mkdir rmdir", ORDNER),
    "workspace/zwischenspeicher.py": ("mkdir", ORDNER),
    "cli/rahmen.py": ("open os.open os.dup2", "to nowhere, when whoever reads has gone"),
    "cli/fill.py": ("open", "to nowhere, when the terminal is gone"),
    "render/word/renderer.py": ("save", SPEICHER),
    "render/word/package.py": ("ZipFile", SPEICHER),
}
IMMER = (
    "write_text write_bytes touch mkdir rmdir unlink rename symlink_to hardlink_to chmod lchmod copyfile copytree"
    " extractall makedirs removedirs rmtree save"
)
"""Methods that have such a name change files, whatever they are called on."""
IN_MODULEN = (
    "open write pwrite writev dup dup2 fdopen replace rename renames link symlink remove unlink mkdir makedirs"
    " rmdir removedirs truncate ftruncate utime chmod fchmod lchmod chown fchown lchown setxattr removexattr mkfifo"
    " mknod sendfile copy_file_range splice copy copy2 copyfile copyfileobj copytree copymode copystat move rmtree"
    " make_archive unpack_archive mkstemp mkdtemp NamedTemporaryFile TemporaryFile TemporaryDirectory"
    " SpooledTemporaryFile"
)
MODULE = ("os", "shutil", "tempfile", "io", "posix", "nt")
_MODUS = re.compile(r"(?=.*[wax+])[rwaxbt+]{1,3}")


def aenderungen(quelle: str) -> Iterator[str]:
    """Give the calls in a module that may change files."""
    for knoten in ast.walk(ast.parse(quelle)):
        if isinstance(knoten, ast.ImportFrom) and knoten.module in MODULE:
            yield from (
                f"from {knoten.module} import {name.name}" for name in knoten.names if name.name in IN_MODULEN.split()
            )
        if not isinstance(knoten, ast.Call):
            continue
        ziel = knoten.func
        name = ziel.attr if isinstance(ziel, ast.Attribute) else ziel.id if isinstance(ziel, ast.Name) else ""
        modul = ziel.value.id if isinstance(ziel, ast.Attribute) and isinstance(ziel.value, ast.Name) else ""
        if modul in MODULE and name in IN_MODULEN.split():
            if (modul, name) != ("io", "open"):
                yield f"{modul}.{name}"
        elif (
            (name in IMMER.split() and isinstance(ziel, ast.Attribute))
            or (name in ("open", "ZipFile", "FileIO", "TarFile") and _schreibend(knoten))
            or (name == "replace" and _ersetzt_datei(knoten))
        ):
            yield name


def _schreibend(aufruf: ast.Call) -> bool:
    """Whether one of the arguments is a mode in which files are written."""
    teile = [teil for eins in (*aufruf.args, *(wort.value for wort in aufruf.keywords)) for teil in ast.walk(eins)]
    return any(isinstance(t, ast.Constant) and isinstance(t.value, str) and _MODUS.fullmatch(t.value) for t in teile)


def _ersetzt_datei(aufruf: ast.Call) -> bool:
    """Whether it is ``Path.replace``: that of a text has two arguments, that of a date only named ones."""
    return len(aufruf.args) == 1 and not aufruf.keywords and not isinstance(aufruf.args[0], ast.Starred)


def test_only_where_there_is_a_reason() -> None:
    gefunden: dict[str, set[str]] = {}
    for pfad in sorted(WURZEL.rglob("*.py")):
        if rufe := set(aenderungen(pfad.read_text("utf-8"))):
            gefunden[pfad.relative_to(WURZEL).as_posix()] = rufe
    for modul, rufe in gefunden.items():
        erlaubt, _grund = ERLAUBT.get(modul, ("", ""))
        assert rufe <= {*erlaubt.split()}, modul
    assert gefunden.keys() >= {"source/temporary.py", "source/write.py", "source/lock.py"}


def test_other_ways_are_found() -> None:
    quelle = """
import os, shutil, io, zipfile
from pathlib import Path
from shutil import copy2
Path("datei").write_text("x")
Path("datei").replace("ziel")
open("datei", "w")
open("datei", mode="r+b")
Path("datei").open("ab" if x else "rb")
os.open("datei", os.O_WRONLY)
shutil.copyfile("datei", "ziel")
zipfile.ZipFile("datei", "w")
"""
    assert sorted(aenderungen(quelle)) == [
        "ZipFile", "from shutil import copy2", "open", "open", "open", "os.open", "replace", "shutil.copyfile",
        "write_text",
    ]  # fmt: skip
    harmlos = 'open("datei")\nPath("datei").open("rb")\n"x".replace("datei", "ziel")\n'
    harmlos += "tag.replace(tzinfo=None)\nanker.open(eins, {})\n"
    assert not list(aenderungen(harmlos))

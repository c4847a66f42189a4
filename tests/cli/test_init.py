"""``kmut init``: a folder that is right from the start, and nothing that was there is touched."""

from __future__ import annotations

import errno
import json
import os
import re
import shlex
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from kmut_cli.documents.gebiete import gebiete
from kmut_cli.documents.registry import arten
from kmut_cli.workspace.anlegen import AnlegenFehler, fehlende, lege_an, plane
from tests.cli.conftest import Kmut

LANDKREIS = ("--kommune", "Landkreis Osnabrück", "--year", "2026")
ALLES = [datei.weg for datei in plane(gebiete()["03459"], 2026)]
POSIX = pytest.mark.skipif(os.name == "nt", reason="links and terminals are those of POSIX")


@pytest.fixture
def leer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, the current one, that is no part of this repository."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def dateien(ordner: Path) -> dict[str, bytes]:
    return {
        pfad.relative_to(ordner).as_posix(): pfad.read_bytes()
        for pfad in sorted(ordner.rglob("*"))
        if pfad.is_file() or pfad.is_symlink()
    }


def yaml(pfad: Path) -> Any:
    return YAML(typ="safe", pure=True).load(pfad)


# --- What it writes -------------------------------------------------------------------------------------------------


def test_folder_is_right_from_the_start(leer: Path, kmut: Kmut) -> None:
    lauf = kmut("init", *LANDKREIS)
    assert lauf.status == 0
    assert set(dateien(leer)) == {
        *("kmut.yaml", "veranstaltungen.yaml", "2026/taetigkeitsbericht.yaml", "2026/projektbeschreibung.yaml"),
        *("bestandsaufnahme.yaml", "handlungskonzept.yaml", "monitoring.yaml"),
        *(f"schemas/{art}-{ausgaben[-1]}.schema.json" for art, ausgaben in arten().items()),
        "schemas/kmut.schema.json",
        *(".vscode/settings.json", ".vscode/extensions.json", ".gitignore"),
    }
    assert kmut("validate", "--strict").status == 0
    befunde = kmut("check", "--format", "json").json["findings"]
    assert {eins["code"] for eins in befunde} == {"KM301", "KM303"}
    offen = [eins["path"] for eins in befunde if eins["code"] == "KM301"]
    amtlich = [pfad for pfad in offen if pfad.startswith("2026")]
    assert len(amtlich) == 52, "all questions of the official outlines but the name of the body"


def test_master_data_stand_as_people_write_them(leer: Path, kmut: Kmut) -> None:
    kmut("init", "--kommune", "03403", "--year", "2026", "--deadline", "31.3.2027")
    daten = yaml(leer / "kmut.yaml")
    assert daten["kommune"] == {"name": "Stadt Oldenburg (Oldb)", "ags": "03403", "typ": "kreisfreie_stadt"}
    assert daten["koordinierungsstelle"].keys() == {"name", "anschrift", "telefon", "email", "ansprechperson"}
    assert daten["fristen"] == {"taetigkeitsbericht": {2026: date(2027, 3, 31)}, "projektbeschreibung": None}
    bericht = (leer / "2026/taetigkeitsbericht.yaml").read_text("utf-8")
    assert "einbeziehung_der_gemeinden:" not in bericht
    assert "Entfällt: Die Stadt hat keine kreisangehörigen" in bericht


def test_year_is_the_current_one(leer: Path, kmut: Kmut) -> None:
    vorher = date.today().year
    assert kmut("init", "--kommune", "03459").status == 0
    assert any((leer / str(jahr) / "taetigkeitsbericht.yaml").is_file() for jahr in {vorher, date.today().year})


@pytest.mark.parametrize("name", ["Mein Ordner", "Übergrößen/für Łukasz", "a'b", "tief/in/der/Mappe"])
def test_any_folder(leer: Path, kmut: Kmut, name: str) -> None:
    lauf = kmut("init", name, *LANDKREIS)
    assert lauf.status == 0
    assert (leer / name / "2026" / "taetigkeitsbericht.yaml").is_file()
    assert kmut("validate", name).status == 0


def test_next_commands_work(leer: Path, kmut: Kmut) -> None:
    lauf = kmut("init", "Mein $Ordner", *LANDKREIS)
    befehle = [shlex.split(zeile) for zeile in lauf.out.split("\n") if zeile.startswith("  kmut ")]
    assert [befehl[1] for befehl in befehle] == ["fill", "check"]
    assert Path(befehle[0][2]).is_file()
    assert kmut(*befehle[1][1:]).status == 0


# --- The files for other programs -----------------------------------------------------------------------------------


def test_schemas_are_found(leer: Path, kmut: Kmut) -> None:
    kmut("init", *LANDKREIS)
    for pfad in leer.rglob("*.yaml"):
        marke = re.match(r"# yaml-language-server: \$schema=(\S+)\n", pfad.read_text("utf-8"))
        assert marke, pfad
        schema = json.loads((pfad.parent / marke[1]).read_text("utf-8"))
        daten = yaml(pfad)
        assert schema["properties"].get("dokument", {}).get("const") == daten.get("dokument")
    einstellungen = json.loads((leer / ".vscode/settings.json").read_text("utf-8"))
    verknuepft = einstellungen["yaml.schemas"]
    assert all((leer / schema).is_file() for schema in verknuepft)
    muster = {eins.removeprefix("**/") for eins in verknuepft.values()}
    assert muster >= {pfad.name for pfad in leer.rglob("*.yaml")}
    assert len(muster) == len(arten()) + 1, "and kmut.yaml"
    assert einstellungen["[yaml]"]["editor.tabSize"] == 2
    assert json.loads((leer / ".vscode/extensions.json").read_text("utf-8"))["recommendations"]


def test_gitignore_keeps_what_matters(leer: Path, kmut: Kmut) -> None:
    kmut("init", *LANDKREIS)
    subprocess.run(["git", "init", "-q"], cwd=leer, check=True)
    weg = ["2026/taetigkeitsbericht.docx", "2026/projektbeschreibung.md", "2026/~$bericht.docx", "2026/.~lock.x.docx#"]
    bleibt = [*dateien(leer), "2026/anlagen/handlungskonzept.pdf", "2026/anlagen/konzept.docx", "LIESMICH.md"]
    bleibt = [name for name in bleibt if not name.startswith(".git/")]
    lauf = subprocess.run(
        ["git", "check-ignore", *weg, *bleibt], cwd=leer, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert lauf.stdout.split("\n")[:-1] == weg


@pytest.mark.parametrize(
    ("dienst", "datei", "schema"),
    [
        ("gitlab", ".gitlab-ci.yml", "vendor.gitlab-ci"),
        ("github", ".github/workflows/kmut.yml", "vendor.github-workflows"),
    ],
)
def test_ci_file_is_right(leer: Path, kmut: Kmut, dienst: str, datei: str, schema: str) -> None:
    assert kmut("init", *LANDKREIS, "--ci", dienst).status == 0
    text = (leer / datei).read_text("utf-8")
    assert yaml(leer / datei)
    assert "KMUT_PAKET" in text
    befehle = re.findall(r"^\s*(?:- |run: )(kmut (?:validate|check) .*?)(?: >.*)?$", text, re.MULTILINE)
    assert {befehl.split()[1] for befehl in befehle} == {"validate", "check"}
    for befehl in befehle:
        assert kmut(*befehl.split()[1:]).status == 0, befehl
    pruefung = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(leer / datei)]
    lauf = subprocess.run(pruefung, capture_output=True, text=True, check=False)
    assert lauf.returncode == 0, lauf.stdout


def test_pre_commit_file_is_right(leer: Path, kmut: Kmut) -> None:
    assert kmut("init", *LANDKREIS, "--pre-commit").status == 0
    hooks = yaml(leer / ".pre-commit-config.yaml")["repos"][0]["hooks"]
    assert {hook["language"] for hook in hooks} == {"system"}
    for hook in hooks:
        assert kmut(*hook["entry"].split()[1:]).status == 0
    pruefung = [sys.executable, "-m", "pre_commit", "validate-config", str(leer / ".pre-commit-config.yaml")]
    lauf = subprocess.run(pruefung, capture_output=True, text=True, check=False)
    assert lauf.returncode == 0, lauf.stdout


# --- Nothing is overwritten -----------------------------------------------------------------------------------------


def test_second_run_adds_nothing(leer: Path, kmut: Kmut) -> None:
    kmut("init", *LANDKREIS, "--pre-commit")
    vorher = dateien(leer)
    lauf = kmut("init", "--year", "2026", "--pre-commit")  # the body stands in kmut.yaml by now
    assert lauf.status == 0
    assert dateien(leer) == vorher
    assert "Angelegt:" not in lauf.out
    assert all(f"bleibt, wie es ist: {Path(name)}\n" in lauf.out for name in vorher)


def test_next_year_is_added(leer: Path, kmut: Kmut) -> None:
    kmut("init", *LANDKREIS)
    vorher = dateien(leer)
    lauf = kmut("init", "--year", "2027", "--deadline", "2028-03-31")
    assert dateien(leer).keys() - vorher.keys() == {"2027/taetigkeitsbericht.yaml", "2027/projektbeschreibung.yaml"}
    assert {name: inhalt for name, inhalt in dateien(leer).items() if name in vorher} == vorher
    assert "2027: 2028-03-31" in lauf.out, "the deadline is not lost, although kmut.yaml stays"


@pytest.mark.parametrize("neu", ALLES)
def test_what_is_there_stays(leer: Path, kmut: Kmut, neu: str) -> None:
    (leer / neu).parent.mkdir(parents=True, exist_ok=True)
    (leer / neu).write_bytes(b"# meins\r\n")
    lauf = kmut("init", *LANDKREIS)
    assert lauf.status == 0
    assert (leer / neu).read_bytes() == b"# meins\r\n"
    assert f"bleibt, wie es ist: {neu}" in lauf.out


def test_other_body_in_the_same_folder(leer: Path, kmut: Kmut) -> None:
    kmut("init", *LANDKREIS)
    vorher = dateien(leer)
    lauf = kmut("init", "--kommune", "03404", "--year", "2027")
    assert lauf.status == 2
    assert "Landkreis Osnabrück (03459)" in lauf.err
    assert dateien(leer) == vorher


def test_dry_run_writes_nothing(leer: Path, kmut: Kmut) -> None:
    probe = kmut("init", "neu/hier", *LANDKREIS, "--ci", "gitlab", "--dry-run")
    assert probe.status == 0
    assert list(leer.iterdir()) == []
    lauf = kmut("init", "neu/hier", *LANDKREIS, "--ci", "gitlab")
    assert re.findall("Würde angelegt: (.*)", probe.out) == re.findall("Angelegt: (.*)", lauf.out)
    assert {(Path("neu/hier") / name).as_posix() for name in dateien(leer / "neu/hier")} == {
        Path(name).as_posix() for name in re.findall("Angelegt: (.*)", lauf.out)
    }


@POSIX
def test_links_are_not_written_through(leer: Path, kmut: Kmut) -> None:
    (leer / "mappe").mkdir()
    (leer / "mappe/kmut.yaml").symlink_to(leer / "anderswo.yaml")
    assert kmut("init", "mappe", *LANDKREIS).status == 0
    assert not (leer / "anderswo.yaml").exists()
    assert (leer / "mappe/kmut.yaml").is_symlink()

    (leer / "fremd").mkdir()
    (leer / "zwei").mkdir()
    (leer / "zwei/2026").symlink_to(leer / "fremd")
    lauf = kmut("init", "zwei", *LANDKREIS)
    assert lauf.status == 2
    assert "Verknüpfung" in lauf.err
    assert list((leer / "fremd").iterdir()) == []
    assert [pfad.name for pfad in (leer / "zwei").iterdir()] == ["2026"]


@POSIX
def test_dangling_folder(leer: Path, kmut: Kmut) -> None:
    (leer / "mappe").symlink_to(leer / "weg")
    lauf = kmut("init", "mappe", *LANDKREIS)
    assert lauf.status == 2
    assert "Verknüpfung, deren Ziel es nicht gibt" in lauf.err
    assert not (leer / "weg").exists()


@pytest.mark.parametrize("name", ["datei", "datei/darin"])
def test_folder_that_is_a_file(leer: Path, kmut: Kmut, name: str) -> None:
    (leer / "datei").write_bytes(b"x")
    lauf = kmut("init", name, *LANDKREIS)
    assert lauf.status == 2
    assert "„datei“ ist eine Datei und kein Ordner" in lauf.err
    assert "Angelegt ist nichts" in lauf.err


@pytest.mark.parametrize("hindernis", ["2026", ".vscode"])
def test_file_where_a_folder_has_to_be(leer: Path, kmut: Kmut, hindernis: str) -> None:
    (leer / hindernis).write_bytes(b"x")
    lauf = kmut("init", *LANDKREIS)
    assert lauf.status == 2
    assert f"„{hindernis}“ ist eine Datei, hier müsste ein Ordner stehen" in lauf.err
    assert set(dateien(leer)) == {hindernis}


def test_folder_where_a_file_has_to_be(leer: Path, kmut: Kmut) -> None:
    (leer / ".gitignore").mkdir()
    lauf = kmut("init", *LANDKREIS)
    assert lauf.status == 2
    assert "„.gitignore“ ist ein Ordner" in lauf.err
    assert dateien(leer) == {}


# --- Half way -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("nach", [0, 1, 5])
@pytest.mark.parametrize(
    ("nummer", "wort"), [(errno.ENOSPC, "der Datenträger ist voll"), (errno.EACCES, "die Rechte dazu fehlen")]
)
def test_failure_half_way(
    leer: Path, kmut: Kmut, monkeypatch: pytest.MonkeyPatch, nach: int, nummer: int, wort: str
) -> None:
    echt, bisher = os.fsync, []

    def voll(descriptor: int) -> None:
        bisher.append(descriptor)
        if len([eins for eins in bisher if eins]) > 2 * nach:  # each file syncs itself and its folder
            raise OSError(nummer, os.strerror(nummer))
        echt(descriptor)

    with monkeypatch.context() as kurz:
        kurz.setattr(os, "fsync", voll)
        lauf = kmut("init", *LANDKREIS)
    assert lauf.status == 2
    assert wort in lauf.err
    da = dateien(leer)
    assert len(da) == nach
    assert all(name in lauf.err for name in da)
    assert ("Angelegt ist nichts" in lauf.err) == (nach == 0)
    assert kmut("init", *LANDKREIS).status == 0
    assert kmut("validate").status == 0
    assert {name: inhalt for name, inhalt in dateien(leer).items() if name in da} == da


def test_file_that_comes_up_meanwhile_stays(tmp_path: Path) -> None:
    neue = fehlende(tmp_path, plane(gebiete()["03459"], 2026))
    schreiber = lege_an(tmp_path, neue)
    next(schreiber)
    (tmp_path / "2026").mkdir(exist_ok=True)
    (tmp_path / neue[1].weg).write_bytes(b"von jemand anderem")
    assert tmp_path / neue[1].weg not in list(schreiber)
    assert (tmp_path / neue[1].weg).read_bytes() == b"von jemand anderem"


@POSIX
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write everywhere")
def test_read_only_folder(leer: Path, kmut: Kmut) -> None:
    leer.chmod(0o555)
    try:
        lauf = kmut("init", *LANDKREIS)
    finally:
        leer.chmod(0o755)
    assert lauf.status == 2
    assert "die Rechte dazu fehlen" in lauf.err


# --- What is said ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("args", "worte"),
    [
        ((), ["--kommune"]),
        (("--kommune", "Oldenburg"), ["03403", "03458", "zweimal"]),
        (("--kommune", "03152"), ["nicht mehr", "03159"]),
        (("--kommune", "Rotenbrug"), ["Meinten Sie Landkreis Rotenburg (Wümme) (03357)?"]),
        (("--kommune", "03459", "--year", "26"), ["--year", "vier Ziffern"]),
        (("--kommune", "03459", "--deadline", "2027"), ["--deadline", "31.03.2027"]),
        (("--kommune", "03459", "--deadline", "30.02.2027"), ["Kalender"]),
        (("--kommune", "03459", "--ci", "jenkins"), ["--ci", "gitlab, github"]),
    ],
)
def test_wrong_usage(leer: Path, kmut: Kmut, args: tuple[str, ...], worte: list[str]) -> None:
    lauf = kmut("init", *args)
    assert lauf.status == 2
    assert all(wort in lauf.err for wort in worte), lauf.err
    assert list(leer.iterdir()) == []


def test_folder_in_a_folder(leer: Path, kmut: Kmut) -> None:
    kmut("init", *LANDKREIS)
    lauf = kmut("init", "2026", *LANDKREIS, "--dry-run")
    assert f"in {leer}, liegt eine kmut.yaml" in lauf.out.replace(str(leer.resolve()), str(leer))


def test_ci_file_below_the_top_of_a_repository(leer: Path, kmut: Kmut) -> None:
    (leer / ".git").mkdir()
    assert "obersten Ordner" in kmut("init", "unten", *LANDKREIS, "--ci", "gitlab").out
    assert "obersten Ordner" not in kmut("init", *LANDKREIS, "--ci", "gitlab").out


# --- On a terminal --------------------------------------------------------------------------------------------------


@POSIX
def test_asks_on_a_terminal(leer: Path) -> None:
    with Sitzung(leer) as sitzung:
        sitzung.erwarte("Welche Kommune?")
        sitzung.tippe("Oldenburg\r")
        sitzung.erwarte("Meinten Sie Stadt Oldenburg (Oldb) (03403) oder Landkreis Oldenburg (03458)?")
        sitzung.tippe("\x15LK Rotenburg\r")
        sitzung.erwarte("Für welches Jahr?")
        sitzung.tippe("\x1526\r")
        sitzung.erwarte("vier Ziffern")
        sitzung.tippe("\x152026\r")
        sitzung.erwarte("Tätigkeitsbericht 2026 abzugeben?")
        sitzung.tippe("31.3.\r")
        sitzung.erwarte("Das ist kein Tag.")
        sitzung.tippe("\x1531.3.2027\r")
        sitzung.erwarte("Soll GitLab oder GitHub")
        sitzung.tippe("\x1b[B\r")
        sitzung.erwarte("kmut check")
        assert sitzung.status() == 0
        assert not re.search(r"\b(use|arrow|keys|invalid|input|enter to)\b", sitzung.text, re.IGNORECASE)
    assert yaml(leer / "kmut.yaml")["kommune"]["ags"] == "03357"
    assert yaml(leer / "kmut.yaml")["fristen"]["taetigkeitsbericht"] == {2026: date(2027, 3, 31)}
    assert (leer / ".gitlab-ci.yml").is_file()


@POSIX
@pytest.mark.parametrize("taste", ["\x03", "\x04"])
def test_breaking_off_writes_nothing(leer: Path, taste: str) -> None:
    with Sitzung(leer) as sitzung:
        sitzung.erwarte("Welche Kommune?")
        sitzung.tippe(taste)
        sitzung.erwarte("abgebrochen")
        assert sitzung.status() == 130
    assert list(leer.iterdir()) == []


@POSIX
def test_asks_nothing_if_the_body_is_given(leer: Path) -> None:
    with Sitzung(leer, *LANDKREIS) as sitzung:
        sitzung.erwarte("kmut check")
        assert sitzung.status() == 0
    assert (leer / "2026/taetigkeitsbericht.yaml").is_file()


class Sitzung:
    """``kmut init`` on a terminal of its own, and what stands on its screen."""

    def __init__(self, ordner: Path, *args: str) -> None:
        import pexpect
        import pyte

        umgebung = {**os.environ, "TERM": "xterm", "PYTHONPATH": str(Path(__file__).parents[2])}
        self.prozess = pexpect.spawn(
            sys.executable,
            ["-m", "kmut_cli", "init", *args],
            cwd=str(ordner),
            env=umgebung,
            dimensions=(40, 100),
            encoding="utf-8",
            timeout=1,
        )
        self.schirm = pyte.Screen(100, 40)
        self.strom = pyte.Stream(self.schirm)

    def __enter__(self) -> Sitzung:
        return self

    def __exit__(self, *_: object) -> None:
        self.prozess.close(force=True)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.schirm.display).split())

    def tippe(self, text: str) -> None:
        self.prozess.send(text)

    def erwarte(self, text: str) -> None:
        """Wait until a text stands on the screen; only what never comes takes long."""
        import pexpect

        for _ in range(60):
            if text in self.text:
                return
            try:
                self.strom.feed(self.prozess.read_nonblocking(4096, 1))
            except pexpect.TIMEOUT:
                continue
            except pexpect.EOF:
                break
        assert text in self.text

    def status(self) -> int:
        import pexpect

        self.prozess.expect_exact([pexpect.EOF], timeout=60)
        self.prozess.close()
        return int(self.prozess.exitstatus)


def test_plan_is_pure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    eins, zwei = (plane(gebiete()["03459"], 2026, ci="github", pre_commit=True) for _ in range(2))
    assert eins == zwei
    assert all(datei.inhalt.endswith(b"\n") and b"\r" not in datei.inhalt for datei in eins)
    assert list(tmp_path.iterdir()) == []


def test_name_that_no_drive_takes(tmp_path: Path) -> None:
    with pytest.raises(AnlegenFehler):
        fehlende(tmp_path / ("x" * 300), ())

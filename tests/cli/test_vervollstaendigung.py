"""The Tab key: what it offers, in four shells, and how it is set up."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kmut_cli.cli.app import Programm
from kmut_cli.cli.shell_powershell import mit_skript
from kmut_cli.documents.registry import arten
from kmut_cli.documents.uebernahme import fingerabdruck
from kmut_cli.findings.formats import FORMATS
from kmut_cli.rules.registry import catalogue
from tests.cli.conftest import BERICHT, Ergebnis, Kmut, Schreibe

WURZEL = Path(__file__).parents[2]
SHELLS = ("bash", "zsh", "fish", "powershell")
UMGEBUNG = {**os.environ, "PYTHONPATH": str(WURZEL)}


@pytest.fixture
def frage(kmut: Kmut, monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    """Ask as a shell does; the last word is the one at the cursor. Gives value → text beside it."""

    def ask(shell: str, *woerter: str) -> dict[str, str]:
        with monkeypatch.context() as umgebung:
            umgebung.setenv("_KMUT_COMPLETE", f"complete_{shell}")
            zeile = " ".join(["kmut", *woerter])
            if shell == "bash":
                umgebung.setenv("COMP_WORDS", "\n".join(["kmut", *woerter]))
                umgebung.setenv("COMP_CWORD", str(len(woerter)))
            elif shell == "powershell":
                umgebung.setenv("_TYPER_COMPLETE_ARGS", zeile.rstrip())
                umgebung.setenv("_TYPER_COMPLETE_WORD_TO_COMPLETE", woerter[-1])
            else:
                umgebung.setenv("_TYPER_COMPLETE_ARGS", zeile)
                umgebung.setenv("_TYPER_COMPLETE_FISH_ACTION", "get-args")
            ergebnis = kmut()
        assert ergebnis.err == ""
        return _gelesen(shell, ergebnis)

    return ask


def _gelesen(shell: str, ergebnis: Ergebnis) -> dict[str, str]:
    if shell == "zsh":
        if ergebnis.out.strip() == "_files":
            return {}
        innen = ergebnis.out.strip().removeprefix("_arguments '*: :((").removesuffix("))'")
        paare = (zeile.replace(r"\\:", "\0").partition(":") for zeile in innen.splitlines())
        return {wert.strip('"').replace("\0", ":"): text.strip('"').replace("\0", ":") for wert, _, text in paare}
    trenner = {"bash": "\0", "fish": "\t", "powershell": ":::"}[shell]
    zeilen = [zeile.partition(trenner) for zeile in ergebnis.out.splitlines() if zeile]
    return {wert: text.strip() for wert, _, text in zeilen}


@pytest.mark.parametrize("shell", SHELLS)
class TestAngebot:
    def test_befehle(self, frage, shell: str) -> None:
        angebot = frage(shell, "")
        assert list(angebot) == list(Programm.befehle)
        if shell != "bash":  # which shows no texts
            assert angebot == {name: kurz for name, (_modul, kurz) in Programm.befehle.items()}
        assert "validate" in frage(shell, "va")
        assert all(name.startswith("c") for name in frage(shell, "c"))

    def test_unterbefehle(self, frage, shell: str) -> None:
        assert list(frage(shell, "template", "")) == ["copy"]
        assert list(frage(shell, "template", "x")) == []

    def test_optionen(self, frage, shell: str) -> None:
        angebot = frage(shell, "check", "--")
        assert list(angebot) == ["--format", "--strict", "--help"]
        assert angebot["--help"] == ("" if shell == "bash" else "Zeigt diese Hilfe.")
        assert list(frage(shell, "check", "--strict", "--s")) == []
        assert {"--version", "--install-completion", "--show-completion", "--help"} <= set(frage(shell, "-"))

    def test_formate(self, frage, shell: str) -> None:
        assert list(frage(shell, "check", "--format", "")) == list(FORMATS)
        assert list(frage(shell, "validate", "bericht.yaml", "--format", "js")) == ["json"]
        assert list(frage(shell, "outline", "--format", "")) == ["text", "json", "md"]
        assert list(frage(shell, "render", "--format", "d")) == ["docx"]
        assert list(frage(shell, "render", "--format", "md", "--format", "d")) == ["docx"]
        assert list(frage(shell, "template", "copy", "--format", "")) == ["docx", "md"]

    def test_werte_hinter_dem_gleichheitszeichen(self, frage, shell: str) -> None:
        assert list(frage(shell, "check", "--format=js")) == ["--format=json"]

    def test_arten_und_ausgaben(self, frage, shell: str) -> None:
        for befehl in ("outline", "schema"):
            assert list(frage(shell, befehl, "")) == list(arten())
        assert list(frage(shell, "template", "copy", "taet")) == ["taetigkeitsbericht"]
        assert list(frage(shell, "outline", "taetigkeitsbericht", "--edition", "")) == ["2020"]
        assert list(frage(shell, "schema", "--edition", "")) == sorted({a for eine in arten().values() for a in eine})

    def test_codes(self, frage, shell: str) -> None:
        angebot = frage(shell, "explain", "")
        assert list(angebot) == list(catalogue())
        assert list(frage(shell, "explain", "km21"))[:2] == ["km210", "km211"]
        if shell != "bash":
            assert angebot["KM210"] == catalogue()["KM210"].title

    def test_shells(self, frage, shell: str) -> None:
        assert list(frage(shell, "--install-completion", "")) == list(SHELLS)
        assert list(frage(shell, "--show-completion", "f")) == ["fish"]

    def test_andere_dateien_ueberlaesst_kmut_der_shell(self, frage, schreibe: Schreibe, shell: str) -> None:
        schreibe("notiz.txt", "")
        for woerter in (
            ["check", ""],
            ["check", "mein\\ ordner/b"],
            ["render", "--out", ""],
            ["render", "a.yaml", "b"],
        ):
            assert frage(shell, *woerter) == {}

    def test_dokumente(self, frage, schreibe: Schreibe, shell: str) -> None:
        for name in ("2026/taetigkeitsbericht.yaml", "2026/taetigkeitsbericht.docx", "2026/tabelle.yml", "2025/x.yaml"):
            schreibe(name, "")
        for befehl in (("fill",), ("confirm",), ("check",), ("render", "a.yaml"), ("watch",), ("status",)):
            assert list(frage(shell, *befehl, "2026/ta")) == ["2026/tabelle.yml", "2026/taetigkeitsbericht.yaml"]
        assert list(frage(shell, "fill", "2026/tae")) == ["2026/taetigkeitsbericht.yaml"]
        assert list(frage(shell, "fill", "202")) == ["2025/", "2026/"]
        assert frage(shell, "fill", "2026") == {}, "behind a single folder the shell goes on"
        schreibe("2026/tag der offenen tür.yaml", "")
        assert frage(shell, "fill", "2026/ta") == {}, "the shell knows how to write blanks"

    def test_abschnitte_zum_bestaetigen(self, frage, schreibe: Schreibe, shell: str) -> None:
        marke = fingerabdruck("Zwei Treffen.")
        block = f'uebernommen:\n  unbestaetigt: {{aufgaben.kmn: "{marke}"}}\n'
        schreibe("b.yaml", BERICHT + "aufgaben:\n  kmn: Zwei Treffen.\n" + block)
        assert list(frage(shell, "confirm", "b.yaml", "")) == ["2.10"]
        assert frage(shell, "confirm", "gibtsnicht.yaml", "") == {}

    def test_kommunen_auch_im_namen(self, frage, shell: str) -> None:
        luecke = "\\ " if shell == "bash" else " "
        assert set(frage(shell, "init", "--kommune", "Osn")) == {
            f"Landkreis{luecke}Osnabrück",
            f"Stadt{luecke}Osnabrück",
        }
        if shell != "powershell":  # whose test double does not quote
            assert f"Landkreis{luecke}Osnabrück" in frage(shell, "init", "--kommune", "landkreis\\ O")

    def test_was_nicht_stimmt(self, frage, schreibe: Schreibe, shell: str) -> None:
        for woerter in (["gibtsnicht", ""], ["gibtsnicht", "--"], ["check", "--gibtsnicht", ""], ["check", '"offen']):
            assert frage(shell, *woerter) == {}


def test_bash_trennt_am_gleichheitszeichen(frage) -> None:
    assert list(frage("bash", "check", "--format", "=", "js")) == ["json"]
    assert list(frage("bash", "check", "--format", "=")) == list(FORMATS)
    assert list(frage("bash", "check", "--format", "=", "json", "--s")) == ["--strict"]


@pytest.mark.parametrize(("zeile", "status"), [("kmut ch", 0), ("kmut check x", 1), ("kmut gibtsnicht ", 1)])
def test_fish_fragt_ob_es_etwas_gibt(kmut: Kmut, monkeypatch: pytest.MonkeyPatch, zeile: str, status: int) -> None:
    monkeypatch.setenv("_KMUT_COMPLETE", "complete_fish")
    monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", "is-args")
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", zeile)
    assert kmut() == Ergebnis(status, "", "")


@pytest.mark.parametrize("auftrag", ["complete_bash", "complete_tcsh", "source_tcsh", "unsinn", "tanze_bash"])
def test_auf_unsinn_kommt_keine_antwort(kmut: Kmut, monkeypatch: pytest.MonkeyPatch, auftrag: str) -> None:
    monkeypatch.setenv("_KMUT_COMPLETE", auftrag)
    monkeypatch.delenv("COMP_WORDS", raising=False)
    assert kmut("check") == Ergebnis(1, "", "")


WENIG = [[""], ["c"], ["-"], ["--show-completion", ""], ["validate", ""], ["check", "--"], ["render", "--format", ""]]


@pytest.mark.parametrize("woerter", WENIG, ids=" ".join)
def test_nichts_schweres_wird_geladen(woerter: list[str]) -> None:
    skript = (
        "import sys\nfrom kmut_cli.__main__ import main\nstatus = main([])\n"
        "verboten = {'pydantic', 'rich', 'ruamel', 'jinja2', 'docx', 'kmut_cli.rules'} & set(sys.modules)\n"
        "assert status == 0 and not verboten, verboten\n"
    )
    frage = {"COMP_WORDS": "\n".join(["kmut", *woerter]), "COMP_CWORD": str(len(woerter))}
    umgebung = {**UMGEBUNG, "_KMUT_COMPLETE": "complete_bash", **frage}
    subprocess.run([sys.executable, "-c", skript], env=umgebung, check=True, stdout=subprocess.DEVNULL)


# --- Setting up -----------------------------------------------------------------------------------------------------


@pytest.fixture
def heim(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A personal folder with a blank and an umlaut in its name."""
    ordner = tmp_path / "Jürgen Beispiel"
    ordner.mkdir()
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(ordner))
    for name in ("ZDOTDIR", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    return ordner


def _inhalt(ordner: Path) -> dict[str, bytes]:
    return {str(eins.relative_to(ordner)): eins.read_bytes() for eins in ordner.rglob("*") if eins.is_file()}


@pytest.mark.parametrize("shell", SHELLS)
def test_skript_zeigen(kmut: Kmut, heim: Path, shell: str) -> None:
    skript = kmut("--show-completion", shell)
    assert (skript.status, skript.err) == (0, "")
    assert "_KMUT_COMPLETE" in skript.out
    assert skript.out.isascii()
    assert _inhalt(heim) == {}
    if shell == "powershell":
        assert skript.out.count("[Console]::OutputEncoding = ") == 2
        assert kmut("--show-completion", "pwsh").out == skript.out
        return
    assert "2>/dev/null" in skript.out
    if shutil.which(shell):
        subprocess.run([shell, "-n"], input=skript.out.encode(), check=True)


@pytest.mark.parametrize(
    ("shell", "profil"), [("bash", ".bashrc"), ("zsh", ".zshrc"), ("fish", ".config/fish/config.fish")]
)
def test_einrichten_ist_umsichtig(kmut: Kmut, heim: Path, shell: str, profil: str) -> None:
    eigenes = b"alias ll='ls -l' # gr\xfc\xdfe, in einer alten Kodierung\n\n\nexport LETZTE=1"
    (heim / profil).parent.mkdir(parents=True, exist_ok=True)
    (heim / profil).write_bytes(eigenes)
    erstes = kmut("--install-completion", shell)
    assert (erstes.status, erstes.err) == (0, "")
    assert erstes.out.startswith("Geschrieben: ")
    assert "Die Tab-Taste vervollständigt kmut in jedem neuen Fenster" in erstes.out
    danach = _inhalt(heim)
    assert danach[profil].startswith(eigenes)
    assert danach[profil].count(b"kmut: Tab-Taste") == (0 if shell == "fish" else 1)
    zweites = kmut("--install-completion", shell)
    assert zweites.status == 0
    assert zweites.out.startswith("Schon eingerichtet, unverändert: ")
    assert _inhalt(heim) == danach


def test_einrichten_ersetzt_die_eigene_zeile_wenn_sich_der_ordner_aendert(
    kmut: Kmut, heim: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kmut("--install-completion", "bash")
    neu = heim.rename(tmp_path / "umgezogen")
    monkeypatch.setenv("HOME", str(neu))
    monkeypatch.setenv("USERPROFILE", str(neu))
    with (neu / ".bashrc").open("a") as strom:
        strom.write("export DANACH=1\n")
    kmut("--install-completion", "bash")
    zeilen = (neu / ".bashrc").read_text().splitlines()
    assert "umgezogen" in zeilen[0]
    assert zeilen[1:] == ["export DANACH=1"]


@pytest.mark.parametrize("option", ["--install-completion", "--show-completion"])
def test_unbekannte_shell(kmut: Kmut, heim: Path, option: str) -> None:
    ergebnis = kmut(option, "tcsh")
    assert (ergebnis.status, ergebnis.out) == (2, "")
    assert ergebnis.err == (
        "kmut: Für die Shell „tcsh“ gibt es keine Vervollständigung."
        f" Nennen Sie bash, zsh, fish oder powershell, zum Beispiel: kmut {option} bash\n"
    )


def _keine_shell() -> str:
    raise RuntimeError("Shell not detected")


@pytest.mark.parametrize("erkannt", [lambda: None, _keine_shell])
def test_shell_nicht_zu_erkennen(kmut: Kmut, heim: Path, monkeypatch: pytest.MonkeyPatch, erkannt: object) -> None:
    monkeypatch.setattr("kmut_cli.cli.shell_einrichten._get_shell_name", erkannt)
    ergebnis = kmut("--install-completion")
    assert (ergebnis.status, ergebnis.out) == (2, "")
    assert ergebnis.err.startswith("kmut: Welche Shell Sie verwenden, ist nicht zu erkennen. Nennen Sie bash, zsh,")
    assert _inhalt(heim) == {}


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shell_wird_erkannt(heim: Path, shell: str) -> None:
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed")
    befehl = f"'{sys.executable}' -m kmut_cli --show-completion; true"
    lauf = subprocess.run([shell, "-c", befehl], env={**UMGEBUNG, "HOME": str(heim)}, capture_output=True, check=True)
    assert f"_KMUT_COMPLETE=complete_{shell}" in lauf.stdout.decode()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="needs rights that can be taken away")
def test_nicht_schreibbar(kmut: Kmut, heim: Path) -> None:
    heim.chmod(0o500)
    ergebnis = kmut("--install-completion", "bash")
    heim.chmod(0o700)
    assert ergebnis.status == 2
    assert "lässt sich nicht schreiben" in ergebnis.err


def test_profil_ist_ein_ordner(kmut: Kmut, heim: Path) -> None:
    (heim / ".bashrc").mkdir()
    ergebnis = kmut("--install-completion", "bash")
    assert ergebnis.status == 2
    assert ".bashrc“ lässt sich nicht lesen. Prüfen Sie die Zugriffsrechte." in ergebnis.err


# --- PowerShell -----------------------------------------------------------------------------------------------------


@pytest.mark.skipif(os.name != "posix", reason="plays PowerShell with a script of sh")
class TestPowerShell:
    @pytest.fixture(autouse=True)
    def pfad(self, tmp_path: Path, heim: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.bin = tmp_path / "bin"
        self.bin.mkdir()
        self.profil = heim / "Documents" / "PowerShell" / "profile.ps1"
        monkeypatch.setenv("PATH", str(self.bin))

    def programm(self, name: str, inhalt: str) -> None:
        (self.bin / name).write_text(f"#!/bin/sh\n{inhalt}\n")
        (self.bin / name).chmod(0o755)

    def test_schreibt_in_das_profil(self, kmut: Kmut) -> None:
        self.programm("pwsh", f"echo '{self.profil}'")
        erstes = kmut("--install-completion", "powershell")
        assert (erstes.status, erstes.err) == (0, "")
        assert erstes.out.startswith(f"Geschrieben: {self.profil}\n")
        assert "Set-ExecutionPolicy -Scope CurrentUser RemoteSigned" in erstes.out
        inhalt = self.profil.read_bytes()
        assert b"Register-ArgumentCompleter" in inhalt
        assert kmut("--install-completion", "pwsh").out.startswith("Schon eingerichtet, unverändert: ")
        assert self.profil.read_bytes() == inhalt

    def test_jede_ausgabe_hat_ihr_profil(self, kmut: Kmut) -> None:
        self.programm("powershell", f"echo '{self.profil}'")
        self.programm("pwsh", f"echo '{self.profil}.7'")
        assert f"Geschrieben: {self.profil}\n" in kmut("--install-completion", "powershell").out
        assert f"Geschrieben: {self.profil}.7\n" in kmut("--install-completion", "pwsh").out

    def test_keine_powershell(self, kmut: Kmut) -> None:
        ergebnis = kmut("--install-completion", "powershell")
        assert ergebnis.status == 2
        assert ergebnis.err == "kmut: PowerShell ist nicht zu finden; sie fehlt auf diesem Rechner oder im Suchpfad.\n"

    @pytest.mark.parametrize("inhalt", ["exit 1", "echo", "printf '\\377\\376'"])
    def test_powershell_sagt_nichts(self, kmut: Kmut, inhalt: str) -> None:
        self.programm("powershell", inhalt)
        ergebnis = kmut("--install-completion", "powershell")
        assert ergebnis.status == 2
        assert "PowerShell sagt nicht, wo ihr Profil liegt." in ergebnis.err


@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"], ids=["ohne", "utf8", "le", "be"])
@pytest.mark.parametrize("eigenes", ["", "Set-Alias ll ls\r\n", "$grüße = 1"])
def test_profil_in_jeder_kodierung(bom: bytes, eigenes: str) -> None:
    code = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}.get(bom, "utf-8")
    alt = bom + eigenes.encode(code)
    neu = mit_skript(alt, b"eins\n")
    assert neu.startswith(alt)
    assert "eins" in neu.decode(code)
    weiteres = neu + "\n$danach = 2\n".encode(code)
    assert mit_skript(weiteres, b"eins\n") == weiteres
    ersetzt = mit_skript(weiteres, b"zwei\n")
    assert ersetzt.decode(code) == weiteres.decode(code).replace("eins", "zwei")


# --- Real shells ----------------------------------------------------------------------------------------------------

# Called without a question, this `kmut` shows its arguments, so that a completed line can be read without a screen.
ATTRAPPE = """#!/bin/sh
if [ -n "$_KMUT_COMPLETE" ]; then exec '{python}' -m kmut_cli; fi
printf 'ANGABEN:'; for eine in "$@"; do printf '<%s>' "$eine"; done; printf ':ENDE\\n'
"""
ZEILEN = [
    ("kmut val\t", "<validate>"),
    ("kmut check --format sar\t", "<check><--format><sarif>"),
    ("kmut check --format=sar\t", "<check><--format=sarif>"),
    ("kmut outline taetigkeitsbericht --edition \t", "<outline><taetigkeitsbericht><--edition><2020>"),
    ("kmut explain KM21\t0", "<explain><KM210>"),
    ("kmut check mein\t", "<check><mein bericht über 2024.yaml>"),
]


@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_in_der_shell(tmp_path: Path, heim: Path, schreibe: Schreibe, shell: str) -> None:
    pexpect = pytest.importorskip("pexpect")
    programm = shutil.which(shell)
    if programm is None:
        pytest.skip(f"{shell} is not installed")
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/kmut").write_text(ATTRAPPE.format(python=sys.executable))
    (tmp_path / "bin/kmut").chmod(0o755)
    schreibe("arbeit/mein bericht über 2024.yaml")
    umgebung = {
        "HOME": str(heim),
        "PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}",
        "PYTHONPATH": str(WURZEL),
        "TERM": "xterm",
        "LC_ALL": "C.UTF-8",
    }
    einrichten = [sys.executable, "-m", "kmut_cli", "--install-completion", shell]
    subprocess.run(einrichten, env=umgebung, check=True, stdout=subprocess.DEVNULL)
    fenster = pexpect.spawn(
        programm, ["-i"], env=umgebung, cwd=tmp_path / "arbeit", encoding="utf-8", timeout=60, dimensions=(40, 200)
    )
    try:
        fenster.send("printf 'BEREIT:%s\\n' JA\r")  # what is typed is shown too, and must not be taken for the answer
        fenster.expect_exact("BEREIT:JA")
        for zeile, angaben in ZEILEN:
            fenster.send(zeile)
            fenster.send("\r")
            fenster.expect("ANGABEN:(.*):ENDE")
            assert fenster.match[1] == angaben
        assert "Traceback" not in fenster.before
    finally:
        fenster.close(force=True)

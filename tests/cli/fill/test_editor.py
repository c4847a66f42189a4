"""Long texts in an editor: what was typed is the answer, exactly, and is not lost if anything fails."""

from __future__ import annotations

import re
import signal
from pathlib import Path

import pytest

from kmut_cli.cli.ausfuellen.editor import SCHNITT, editorbefehl, mit_erklaerung, ohne_erklaerung
from tests.cli.fill.conftest import BERICHT, ENTER, ESC, Fuelle, Sitzung

MARKDOWN = "# Keine Erklärung, sondern eine Überschrift\n\n1. eins\n#zwei\n\n  eingerückt  \n"


@pytest.fixture
def editor(tmp_path: Path) -> str:
    """An editor: a script that puts ``antwort.txt`` before what stands in the file, and keeps what it was given."""
    (tmp_path / "mit leer").mkdir()
    skript = tmp_path / "mit leer" / "editor.sh"
    skript.write_text(
        "#!/bin/sh\n"
        'for datei; do :; done\ncp "$datei" gegeben.txt\necho "$@" > angaben.txt\n'
        'cat antwort.txt > neu.txt 2>/dev/null\n[ -e ersetzen ] || cat "$datei" >> neu.txt\ncat neu.txt > "$datei"\n'
        "[ -e warten ] && echo WARTET && sleep 20\n[ -e scheitern ] && exit 3\nexit 0\n"
    )
    skript.chmod(0o755)
    return str(skript)


def entwurf(s: Sitzung) -> Path:
    treffer = re.search(r"gespeichert ist, in: (\S+\.md)", s.seither)
    assert treffer, s.seither
    return Path(treffer[1])


def starte(fuelle: Fuelle, editor: str, **mehr: str) -> Sitzung:
    return fuelle("--section", "3.1", env={"VISUAL": f"'{editor}' --wait", **mehr}).warte("Frage 1 von 3")


def test_text_aus_dem_editor(fuelle: Fuelle, datei: Path, editor: str) -> None:
    (datei.parent / "antwort.txt").write_text(MARKDOWN, "utf-8")
    s = starte(fuelle, editor).tippe("a").warte("Gespeichert: # Keine").warte("Frage 2 von 3")
    erwartet = "".join(f"      {zeile}\n" if zeile else "\n" for zeile in MARKDOWN.splitlines())
    assert datei.read_text("utf-8").endswith("    erwartete_problemlagen: |\n" + erwartet)
    assert "--wait" in (datei.parent / "angaben.txt").read_text()
    assert not entwurf(s).exists()
    gegeben = (datei.parent / "gegeben.txt").read_text("utf-8")
    assert SCHNITT in gegeben
    assert "Welche besonderen Problemlagen" in gegeben


def test_der_editor_beginnt_mit_der_antwort(fuelle: Fuelle, datei: Path, editor: str) -> None:
    (datei.parent / "antwort.txt").write_text("eins\nzwei\n", "utf-8")
    s = starte(fuelle, editor).tippe("a").warte("Frage 2 von 3").tippe("z").warte("Frage 1 von 3")
    (datei.parent / "antwort.txt").write_text("null\n", "utf-8")
    s.tippe("a").warte("Gespeichert: null").warte("Frage 2 von 3")
    assert (datei.parent / "gegeben.txt").read_text("utf-8").startswith("eins\nzwei\n\n")
    assert datei.read_text("utf-8").endswith("erwartete_problemlagen: |\n      null\n      eins\n      zwei\n")


@pytest.mark.parametrize("antwort", ["", "\n  \n\n"])
def test_leer_oder_unveraendert_aendert_nichts(fuelle: Fuelle, datei: Path, editor: str, antwort: str) -> None:
    (datei.parent / "antwort.txt").write_text(antwort, "utf-8")
    s = starte(fuelle, editor).tippe("a").warte("Nichts geändert").warte("Frage 1 von 3")
    assert datei.read_text("utf-8") == BERICHT
    assert not entwurf(s).exists()


def test_editor_fehlt(fuelle: Fuelle, datei: Path) -> None:
    s = fuelle("--section", "3.1", env={"EDITOR": "gibtsnicht -x"}).warte("Frage 1 von 3").tippe("a")
    s.warte("Editor „gibtsnicht“ lässt sich nicht starten").warte("hier im Terminal").tippe("h").warte("erst Esc")
    s.tippe("doch hier" + ESC + ENTER).warte("Gespeichert: doch hier")
    assert datei.read_text("utf-8").endswith("erwartete_problemlagen: doch hier\n")


def test_editor_scheitert_und_der_text_bleibt(fuelle: Fuelle, datei: Path, editor: str) -> None:
    (datei.parent / "antwort.txt").write_text("wertvoll", "utf-8")
    (datei.parent / "scheitern").touch()
    s = starte(fuelle, editor).tippe("a").warte("meldet einen Fehler (Status 3)").warte("hier im Terminal")
    assert entwurf(s).read_text("utf-8").startswith("wertvoll")
    entwurf(s).unlink()
    assert datei.read_text("utf-8") == BERICHT


@pytest.mark.parametrize("signum", [signal.SIGKILL, signal.SIGTERM])
def test_kmut_stirbt_waehrend_der_editor_laeuft(
    fuelle: Fuelle, datei: Path, editor: str, signum: signal.Signals
) -> None:
    (datei.parent / "antwort.txt").write_text("noch nicht gespeichert\n", "utf-8")
    (datei.parent / "warten").touch()
    s = starte(fuelle, editor).tippe("a").warte("WARTET")
    s.sende(signum)
    assert s.ende() == (-signum if signum == signal.SIGKILL else 128 + signum)
    assert entwurf(s).read_text("utf-8").startswith("noch nicht gespeichert\n")
    entwurf(s).unlink()
    assert datei.read_text("utf-8") == BERICHT


def test_der_text_bleibt_ohne_schnittlinie(fuelle: Fuelle, datei: Path, editor: str) -> None:
    (datei.parent / "antwort.txt").write_bytes("\ufeffäöü\r\nzweite\r\n".encode())
    (datei.parent / "ersetzen").touch()
    starte(fuelle, editor).tippe("a").warte("Gespeichert: äöü zweite").warte("Frage 2 von 3")
    assert datei.read_text("utf-8").endswith("erwartete_problemlagen: |\n      äöü\n      zweite\n")


def test_falsche_kodierung_wird_gesagt(fuelle: Fuelle, datei: Path, editor: str) -> None:
    (datei.parent / "antwort.txt").write_bytes("Übergang".encode("cp1252"))
    s = starte(fuelle, editor).tippe("a").warte("nicht in UTF-8 gespeichert").warte("hier im Terminal").tippe(ENTER)
    s.warte("Frage 1 von 3")
    assert datei.read_text("utf-8") == BERICHT


@pytest.mark.parametrize("text", ["", "kurz", "kurz\n", "a\n\nb\n", MARKDOWN, f"vor\n{SCHNITT}\nnach\n"])
@pytest.mark.parametrize("ende", ["\n", "\r\n"])
def test_erklaerung_hin_und_zurueck(text: str, ende: str) -> None:
    datei = mit_erklaerung(text, "2.1 Titel\n\nFrage?").replace("\n", ende)
    soll = text.rstrip("\n") + ("\n" if "\n" in text.rstrip("\n") else "")
    assert ohne_erklaerung(datei, "2.1 Titel\n\nFrage?") == soll


def test_geloeschte_schnittlinie() -> None:
    datei = mit_erklaerung("Text", "2.1 Titel").replace(SCHNITT + "\n", "")
    assert ohne_erklaerung(datei, "2.1 Titel") == "Text"


@pytest.mark.parametrize(
    ("umgebung", "windows", "befehl"),
    [
        ({}, False, []),
        ({"EDITOR": "  "}, False, []),
        ({"EDITOR": "code --wait"}, False, ["code", "--wait"]),
        ({"EDITOR": "vi", "VISUAL": "emacs -nw"}, False, ["emacs", "-nw"]),
        ({"EDITOR": "'/mit leer/ed' -x"}, False, ["/mit leer/ed", "-x"]),
        ({}, True, ["notepad"]),
        ({"EDITOR": r'"C:\Program Files\ed.exe" -x'}, True, [r"C:\Program Files\ed.exe", "-x"]),
    ],
)
def test_editorbefehl(umgebung: dict[str, str], windows: bool, befehl: list[str]) -> None:
    assert editorbefehl(umgebung, windows) == befehl


def test_ein_weg_mit_leerzeichen_ohne_anfuehrungszeichen(editor: str) -> None:
    assert editorbefehl({"EDITOR": editor}, windows=False) == [editor]

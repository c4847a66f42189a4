"""An open file: written step by step, while others may write it too."""

from __future__ import annotations

import errno
import stat
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from kmut_cli.source.edit import Append, Change, Insert, Plain, Remove, Set
from kmut_cli.source.lock import locked
from kmut_cli.source.write import write_atomic
from kmut_cli.workspace import bearbeitung
from kmut_cli.workspace.bearbeitung import Bearbeitung, BearbeitungError, Konflikt

BERICHT = (
    'dokument: taetigkeitsbericht\r\ngliederung: "2020"\r\nstatus: entwurf   # noch\r\n\r\naufgaben:\r\n'
    "  handlungskonzept:\r\n    ziele:\r\n      - ziel: Eins\r\n      - ziel: Zwei\r\n        wichtig: ja\r\n"
)
ZIEL = ("aufgaben", "handlungskonzept", "ziele")


@pytest.fixture
def datei(tmp_path: Path) -> Path:
    pfad = tmp_path / "bericht.yaml"
    pfad.write_bytes(BERICHT.encode())
    return pfad


def _ersetze(datei: Path, alt: str, neu: str) -> None:
    inhalt = datei.read_bytes().decode()
    assert alt in inhalt
    datei.write_bytes(inhalt.replace(alt, neu).encode())


def test_schreibt_und_kennt_den_neuen_stand(datei: Path) -> None:
    eine = Bearbeitung(datei, "bericht.yaml")
    assert eine.schreibe([Set(("berichtsjahr",), Plain("2025")), Set(("status",), "final")]) is False
    assert datei.read_bytes().decode() == BERICHT.replace(
        "status: entwurf   # noch\r\n", "status: final   # noch\r\nberichtsjahr: 2025\r\n"
    )
    assert eine.geladen.dokument is not None
    assert (eine.geladen.dokument.jahr, eine.geladen.source.path) == (2025, "bericht.yaml")
    assert eine.schreibe([Set(("status",), "entwurf")]) is False


def test_neue_schluessel_stehen_in_amtlicher_folge(datei: Path) -> None:
    Bearbeitung(datei).schreibe([Set(("organisation", "organisatorische_anbindung", "stabsstelle"), Plain("nein"))])
    neu = "organisation:\r\n  organisatorische_anbindung:\r\n    stabsstelle: nein\r\n"
    assert datei.read_bytes().decode() == BERICHT.replace("\r\naufgaben:", neu + "\r\naufgaben:")


def test_stammdaten_des_ordners_gelten(datei: Path) -> None:
    (datei.parent / "kmut.yaml").write_text("kommune:\n  name: Landkreis Musterland\n", encoding="utf-8")
    dokument = Bearbeitung(datei).geladen.dokument
    assert dokument is not None
    assert dokument.kommune is not None
    assert dokument.kommune.name == "Landkreis Musterland"


def test_kmut_yaml_hat_ihre_eigene_folge(tmp_path: Path) -> None:
    pfad = tmp_path / "kmut.yaml"
    pfad.write_bytes(b"fristen:\n  projektbeschreibung:\n")
    Bearbeitung(pfad).schreibe(
        [Set(("kommune", "name"), "Stadt X"), Set(("fristen", "taetigkeitsbericht", "2025"), Plain("2026-03-31"))]
    )
    assert pfad.read_bytes() == (
        b"kommune:\n  name: Stadt X\nfristen:\n  taetigkeitsbericht:\n    2025: 2026-03-31\n  projektbeschreibung:\n"
    )  # fmt: skip


def test_aenderungen_von_aussen_an_anderer_stelle_bleiben(datei: Path) -> None:
    eine = Bearbeitung(datei)
    _ersetze(datei, "ziel: Eins", "ziel: Anders  # neu")
    assert eine.schreibe([Set((*ZIEL, 1, "wichtig"), Plain("nein"))]) is True
    neu = BERICHT.replace("ziel: Eins", "ziel: Anders  # neu").replace("wichtig: ja", "wichtig: nein")
    assert datei.read_bytes().decode() == neu
    assert eine.schreibe([Set(("status",), "final")]) is False


@pytest.mark.parametrize(
    ("alt", "neu", "change", "konflikt"),
    [
        ("status: entwurf", "status: final", Set(("status",), "x"), (("status",), "x", "final")),
        ("status: entwurf", "status: x", Set(("status",), "x"), None),
        ("status: entwurf", "staat: entwurf", Set(("status",), "x"), (("status",), "x", None)),
        ("status: entwurf", "status: final", Remove(("status",)), (("status",), None, "final")),
        ("status: entwurf   # noch\r\n", "", Remove(("status",)), None),
        ("aufgaben:", "berichtsjahr: 2024\r\naufgaben:", Set(("berichtsjahr",), "x"), (("berichtsjahr",), "x", "2024")),
        ("- ziel: Eins", "- ziel: Vor\r\n      - ziel: Eins", Append(ZIEL, {"ziel": "Drei"}), None),
        (
            "- ziel: Eins",
            "- ziel: Vor\r\n      - ziel: Eins",
            Set((*ZIEL, 0, "wichtig"), "ja"),
            ((*ZIEL, 0, "wichtig"), "ja", None),
        ),
        ("- ziel: Eins", "- ziel: Vor\r\n      - ziel: Eins", Remove((*ZIEL, 0)), ((*ZIEL, 0), None, {"ziel": "Vor"})),
        (
            "ziel: Eins",
            "ziel: Vor",
            Insert((*ZIEL, 1), "x"),
            (ZIEL, "x", [{"ziel": "Vor"}, {"ziel": "Zwei", "wichtig": "ja"}]),
        ),
        ("ziel: Zwei", "ziel: Vor", Set((*ZIEL, 1, "wichtig"), "nein"), None),
        ("wichtig: ja\r\n", "wichtig: ja\r\n      - ziel: Drei\r\n", Set((*ZIEL, 1, "wichtig"), "nein"), None),
    ],
)
def test_konflikte(datei: Path, alt: str, neu: str, change: Change, konflikt: tuple[Any, ...] | None) -> None:
    eine = Bearbeitung(datei)
    _ersetze(datei, alt, neu)
    vorher = datei.read_bytes()
    if konflikt is None:
        assert eine.schreibe([change]) is True
        return
    with pytest.raises(Konflikt) as caught:
        eine.schreibe([change])
    assert (caught.value.loc, caught.value.eigener, caught.value.fremder) == konflikt
    assert datei.read_bytes() == vorher
    assert eine.lies_neu() is True
    assert eine.schreibe([change]) is False


class _Dazwischen:
    """Somebody else who writes at the last moment, between reading and replacing."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, male: int, stoere: Callable[[], None]) -> None:
        self.noch = male
        self.stoere = stoere
        monkeypatch.setattr(bearbeitung, "write_atomic", self)

    def __call__(self, path: Path, content: bytes, **angaben: Any) -> None:
        if self.noch:
            self.noch -= 1
            self.stoere()
        write_atomic(path, content, **angaben)


def test_was_im_letzten_augenblick_geschrieben_wird_bleibt(datei: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    eine = Bearbeitung(datei)
    _Dazwischen(monkeypatch, 1, lambda: _ersetze(datei, "ziel: Eins", "ziel: Anders"))
    assert eine.schreibe([Set(("status",), "final")]) is True
    neu = BERICHT.replace("ziel: Eins", "ziel: Anders").replace("entwurf", "final").encode()
    assert datei.read_bytes() == neu
    assert eine.geladen.source.content == neu


def test_ein_konflikt_im_letzten_augenblick(datei: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    eine = Bearbeitung(datei)
    _Dazwischen(monkeypatch, 1, lambda: _ersetze(datei, "status: entwurf", "status: fremd"))
    with pytest.raises(Konflikt):
        eine.schreibe([Set(("status",), "final")])
    assert "status: fremd" in datei.read_text("utf-8")


def test_wer_nie_dran_kommt_gibt_auf_und_aendert_nichts(datei: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    eine = Bearbeitung(datei)

    def stoere() -> None:
        datei.write_bytes(datei.read_bytes() + b"# x\r\n")

    _Dazwischen(monkeypatch, 1000, stoere)
    with pytest.raises(BearbeitungError, match="ständig von einem anderen Programm") as caught:
        eine.schreibe([Set(("status",), "final")])
    assert caught.value.inhalt == BERICHT.replace("entwurf", "final").encode()
    assert datei.read_bytes().decode() == BERICHT + "# x\r\n" * datei.read_bytes().count(b"# x")


def test_ein_laufender_schreibvorgang_wird_abgewartet(datei: Path) -> None:
    eine = Bearbeitung(datei)
    faden = Thread(target=eine.schreibe, args=([Set(("status",), "final")],))
    with locked(datei):
        faden.start()
        faden.join(0.2)
        assert faden.is_alive()
        assert datei.read_bytes() == BERICHT.encode()
    faden.join(10)
    assert "status: final" in datei.read_text("utf-8")


def test_lies_neu(datei: Path) -> None:
    eine = Bearbeitung(datei)
    assert eine.lies_neu() is False
    _ersetze(datei, "entwurf", "final")
    assert eine.lies_neu() is True
    assert eine.geladen.source.data["status"] == "final"


def test_fehlende_und_fehlerhafte_dateien(tmp_path: Path) -> None:
    with pytest.raises(BearbeitungError, match="gibt es nicht"):
        Bearbeitung(tmp_path / "fehlt.yaml")
    with pytest.raises(BearbeitungError, match="keine gewöhnliche Datei"):
        Bearbeitung(tmp_path)
    (tmp_path / "x.yaml").write_bytes(b"a: 1\n  b: 2\n")
    with pytest.raises(BearbeitungError, match=r"„x\.yaml“ hat in Zeile 2 einen Fehler"):
        Bearbeitung(tmp_path / "x.yaml", "x.yaml")


@pytest.mark.parametrize("fremd", [None, b"status: [\n", "status: größer\n".encode("utf-16")])
def test_die_datei_ist_inzwischen_weg_oder_unlesbar(datei: Path, fremd: bytes | None) -> None:
    eine = Bearbeitung(datei)
    if fremd is None:
        datei.unlink()
    else:
        datei.write_bytes(fremd)
    with pytest.raises(BearbeitungError) as caught:
        eine.schreibe([Set(("status",), "final")])
    assert caught.value.message
    assert caught.value.inhalt == BERICHT.replace("entwurf", "final").encode()
    assert eine.geladen.source.content == BERICHT.encode()
    assert (datei.read_bytes() if datei.exists() else None) == fremd
    with pytest.raises(BearbeitungError):
        eine.lies_neu()


@pytest.mark.parametrize(
    ("nummer", "text"),
    [
        (errno.ENOSPC, "Der Datenträger ist voll. Die Datei ist unverändert."),
        (errno.EACCES, "Die Rechte dazu fehlen. Die Datei ist unverändert."),
        (errno.EROFS, "Das Laufwerk ist schreibgeschützt. Die Datei ist unverändert."),
        (errno.ENOENT, "Den Ordner dazu gibt es nicht. Die Datei ist unverändert."),
        (errno.EIO, "lässt sich nicht schreiben. Die Datei ist unverändert."),
    ],
)
def test_schreiben_misslingt(datei: Path, monkeypatch: pytest.MonkeyPatch, nummer: int, text: str) -> None:
    def misslingt(path: Path, content: bytes, *, instead_of: bytes) -> None:
        raise OSError(nummer, "Englischer Text")

    eine = Bearbeitung(datei)
    monkeypatch.setattr(bearbeitung, "write_atomic", misslingt)
    with pytest.raises(BearbeitungError) as caught:
        eine.schreibe([Set(("status",), "final")])
    assert caught.value.message.endswith(text)
    assert "Englisch" not in caught.value.message + caught.value.help
    assert caught.value.help
    assert caught.value.inhalt is not None
    assert datei.read_bytes() == BERICHT.encode()
    monkeypatch.undo()
    assert eine.schreibe([Set(("status",), "final")]) is False


def test_schreibgeschuetzte_datei_bleibt(datei: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    eine = Bearbeitung(datei)
    monkeypatch.setattr("os.access", lambda *_: False)  # root may write everywhere
    with pytest.raises(BearbeitungError, match="Die Rechte dazu fehlen"):
        eine.schreibe([Set(("status",), "final")])
    assert datei.read_bytes() == BERICHT.encode()


def test_was_nicht_geht_sagt_edit(datei: Path) -> None:
    with pytest.raises(BearbeitungError, match="steht ein Text"):
        Bearbeitung(datei).schreibe([Append(("status",), "x")])
    assert datei.read_bytes() == BERICHT.encode()


def test_rechte_bleiben_und_nichts_wird_ohne_not_geschrieben(datei: Path) -> None:
    datei.chmod(0o640)
    eine = Bearbeitung(datei)
    vorher = datei.stat()
    eine.schreibe([Set(("status",), "entwurf")])
    assert datei.stat().st_ino == vorher.st_ino
    eine.schreibe([Set(("status",), "final")])
    assert stat.S_IMODE(datei.stat().st_mode) == 0o640

"""Every file that can be met: what is wrong with it is a finding, and the others are read all the same."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import ANTRAG, BERICHT, Kmut, Schreibe

NUR_POSIX = pytest.mark.skipif(os.name != "posix", reason="needs a Unix file system")


def test_gute_datei(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("bericht.yaml")
    ergebnis = kmut("validate", "bericht.yaml")
    assert (ergebnis.status, ergebnis.out, ergebnis.err) == (0, "In Ordnung: 1 Datei geprüft, keine Befunde.\n", "")


@pytest.mark.parametrize(
    ("name", "hilfe"),
    [
        ("berciht.yaml", "Meinten Sie „bericht.yaml“?"),
        ("xyz.yaml", "Prüfen Sie den Namen"),
        ("nirgends/bericht.yaml", "Auch den Ordner „nirgends“ gibt es nicht"),
        ("bericht.yaml/tiefer.yaml", "Auch den Ordner „bericht.yaml“ gibt es nicht"),
    ],
)
def test_fehlende_datei(kmut: Kmut, schreibe: Schreibe, name: str, hilfe: str) -> None:
    schreibe("bericht.yaml")
    ergebnis = kmut("validate", name, "--format", "json")
    (finding,) = ergebnis.json["findings"]
    assert ergebnis.status == 2
    assert (finding["code"], finding["path"], finding["line"]) == ("KM181", name, 0)
    assert hilfe in finding["help"]


def test_leere_angabe(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("bericht.yaml")
    ergebnis = kmut("validate", "", "bericht.yaml", "--format", "json")
    assert (ergebnis.status, ergebnis.codes) == (1, ["KM181"])


def test_name_mit_nullzeichen_und_ueberlanger_name(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("bericht.yaml")
    ergebnis = kmut("validate", "a\0b.yaml", "a" * 300 + ".yaml", "bericht.yaml", "--format", "json")
    assert (ergebnis.status, ergebnis.codes) == (1, ["KM182", "KM182"])


def test_ordner_ohne_dokument(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("anlagen/notiz.txt", "nichts")
    schreibe("anlagen/andere.yaml", "services:\n  web: {image: x}\n")
    schreibe("anlagen/.versteckt/bericht.yaml")
    ergebnis = kmut("check", "anlagen", "--format", "json")
    assert (ergebnis.status, ergebnis.codes, ergebnis.json["documents"]) == (2, ["KM183"], [])


def test_ordner_mit_tausenden_anderen_yaml(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("bericht.yaml", ANTRAG)
    schreibe("unten/tiefer/zweiter.yml")
    for nummer in range(3000):
        schreibe(f"andere/{nummer}.yaml", f"name: {nummer}\nkeine_dokument: x\n")
    ergebnis = kmut("validate", "--format", "json")
    assert (ergebnis.status, ergebnis.json["summary"]["files"]) == (0, 2)


@pytest.mark.parametrize(
    "inhalt",
    [
        "dokument: x\n",
        "Dokument: x\n",
        '"dokument": x\n',
        "'dokument' : x\n",
        '# Notiz\n\ngliederung: "2020"\n',
        "berichtsjahr: 2024\n",
    ],
)
def test_im_ordner_wird_auch_ein_falscher_kopf_erkannt(kmut: Kmut, schreibe: Schreibe, inhalt: str) -> None:
    schreibe("bericht.yaml", inhalt)
    assert kmut("validate", "--format", "json").codes in (["KM201"], ["KM202"], ["KM203"], ["KM210"])


def test_namen_mit_leerzeichen_umlauten_und_umbruch(kmut: Kmut, schreibe: Schreibe) -> None:
    namen = ["mit leerzeichen.yaml", "Tätigkeit ß.yaml", "zwei\nzeilen.yaml", "-strich.yaml", "ordner ü/kopie (2).yml"]
    for name in namen if os.name == "posix" else [eins for eins in namen if "\n" not in eins]:
        schreibe(name, "dokument: x\n")
    ergebnis = kmut("validate", ".")
    assert ergebnis.status == 1
    assert ergebnis.out.count("Die Art von Dokument „x“ kennt kmut nicht.") == len(namen)
    assert "zwei␊zeilen.yaml:1:11 KM202" in ergebnis.out
    assert kmut("validate", "--", "-strich.yaml").status == 1


@NUR_POSIX
def test_name_der_kein_utf8_ist(kmut: Kmut, schreibe: Schreibe, tmp_path: Path) -> None:
    name = os.fsdecode(b"bericht\xff.yaml")
    try:
        schreibe(name, "dokument: x\n")
    except OSError:
        pytest.skip("this file system wants UTF-8")
    for form in ("text", "json", "sarif", "junit", "github", "gitlab"):
        ergebnis = kmut("validate", name, "--format", form)
        assert ergebnis.status == 1
        ergebnis.out.encode("utf-8")
    assert "bericht\\xff.yaml:1:11 KM202" in kmut("validate").out


@NUR_POSIX
def test_was_keine_datei_ist(kmut: Kmut, schreibe: Schreibe, tmp_path: Path) -> None:
    schreibe("bericht.yaml")
    os.mkfifo(tmp_path / "leitung.yaml")
    (tmp_path / "kreis.yaml").symlink_to("kreis.yaml")
    (tmp_path / "tot.yaml").symlink_to("nirgends.yaml")
    ergebnis = kmut(
        "validate", "leitung.yaml", "/dev/zero", "kreis.yaml", "tot.yaml", "bericht.yaml", "--format", "json"
    )
    codes = {finding["path"]: finding["code"] for finding in ergebnis.json["findings"]}
    assert codes == {"leitung.yaml": "KM184", "/dev/zero": "KM184", "kreis.yaml": "KM182", "tot.yaml": "KM181"}
    assert (ergebnis.status, ergebnis.json["summary"]["files"]) == (1, 1)


@NUR_POSIX
def test_im_ordner_stoeren_sie_nicht(kmut: Kmut, schreibe: Schreibe, tmp_path: Path) -> None:
    schreibe("bericht.yaml")
    os.mkfifo(tmp_path / "leitung.yaml")
    (tmp_path / "kreis.yaml").symlink_to("kreis.yaml")
    (tmp_path / "selbst").symlink_to(".")
    (tmp_path / "ordner.yaml").mkdir()
    ergebnis = kmut("validate", "--format", "json")
    assert [(eins["code"], eins["path"]) for eins in ergebnis.json["findings"]] == [("KM182", "kreis.yaml")]


@NUR_POSIX
def test_verknuepfung_auf_eine_datei(kmut: Kmut, schreibe: Schreibe, tmp_path: Path) -> None:
    schreibe("woanders/bericht.yaml", "dokument: x\n")
    (tmp_path / "hier.yaml").symlink_to("woanders/bericht.yaml")
    ergebnis = kmut("validate", "hier.yaml", "woanders", "--format", "json")
    assert [eins["path"] for eins in ergebnis.json["findings"]] == ["hier.yaml"]


def test_ohne_leserecht(kmut: Kmut, schreibe: Schreibe, monkeypatch: pytest.MonkeyPatch) -> None:
    """Root may read everything, so the refusal is played."""
    geheim, _offen = schreibe("geheim.yaml"), schreibe("offen.yaml")
    echt = os.open

    def oeffne(pfad: Any, *args: Any, **kwargs: Any) -> Any:
        if str(pfad).endswith(geheim.name):
            raise PermissionError(13, "Permission denied", str(pfad))
        return echt(pfad, *args, **kwargs)

    monkeypatch.setattr(os, "open", oeffne)
    for args in (["geheim.yaml", "offen.yaml"], ["."], []):
        ergebnis = kmut("validate", *args, "--format", "json")
        assert (ergebnis.status, ergebnis.codes, ergebnis.json["summary"]["files"]) == (1, ["KM182"], 1)
    assert kmut("validate", "geheim.yaml").status == 2
    assert "darf nicht gelesen werden" in kmut("validate", "geheim.yaml").out


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_ordner_ohne_leserecht(kmut: Kmut, schreibe: Schreibe, tmp_path: Path) -> None:
    schreibe("bericht.yaml")
    schreibe("zu/bericht.yaml")
    (tmp_path / "zu").chmod(0)
    try:
        assert kmut("validate", "--format", "json").codes == ["KM182"]
    finally:
        (tmp_path / "zu").chmod(0o755)


SCHLECHT: dict[str, tuple[bytes, str, int, int]] = {
    "leer": (b"", "KM104", 0, 0),
    "nur Leerzeilen": (b"\n\n", "KM104", 0, 0),
    "nur Kommentare": (b"# nichts\n# weiter\n", "KM104", 0, 0),
    "Latin-1": (BERICHT.encode() + b"aufgaben:\n  kmn: B\xfccher\n", "KM101", 4, 9),
    "UTF-16": (BERICHT.encode("utf-16"), "KM101", 0, 0),
    "Tabulator": (BERICHT.encode() + b"aufgaben:\n\tkmn: x\n", "KM111", 4, 1),
    "zwei Dokumente": (BERICHT.encode() + b"---\n" + BERICHT.encode(), "KM131", 3, 1),
    "doppelt": (BERICHT.encode() + b"status: final\nstatus: entwurf\n", "KM130", 4, 1),
    "Nullzeichen": (BERICHT.encode() + b"aufgaben:\n  kmn: a\0b\n", "KM105", 4, 9),
    "Liste": (b"- dokument: taetigkeitsbericht\n", "KM132", 1, 1),
    "nur Text": (b"Guten Tag\n", "KM132", 1, 1),
    "CRLF": (b'dokument: taetigkeitsbericht\r\ngliederung: "2020"\r\nstatus: fertig\r\n', "KM219", 3, 9),
    "CR": (b'dokument: taetigkeitsbericht\rgliederung: "2020"\rstatus: fertig\r', "KM219", 3, 9),
    "BOM": (b"\xef\xbb\xbfdokument: x\n", "KM202", 1, 11),
}


@pytest.mark.parametrize("art", SCHLECHT)
def test_schlechte_datei(kmut: Kmut, schreibe: Schreibe, art: str) -> None:
    inhalt, code, zeile, spalte = SCHLECHT[art]
    schreibe("schlecht.yaml", inhalt)
    ergebnis = kmut("validate", "schlecht.yaml", "--format", "json")
    (finding,) = ergebnis.json["findings"]
    assert ergebnis.status == 1
    assert (finding["code"], finding["line"], finding["column"]) == (code, zeile, spalte)
    # The same through standard input, where the place is the same and the name „-“.
    eingabe = kmut("validate", "-", "--format", "json", stdin=inhalt)
    assert [finding | {"path": "-"}] == eingabe.json["findings"]


def test_eine_schlechte_haelt_die_anderen_nicht_auf(kmut: Kmut, schreibe: Schreibe) -> None:
    for nummer, (inhalt, *_rest) in enumerate(SCHLECHT.values()):
        schreibe(f"{nummer:02}.yaml", inhalt)
    schreibe("zuletzt.yaml", "dokument: x\n")
    namen = [f"{nummer:02}.yaml" for nummer in range(len(SCHLECHT))]
    for befehl in ("validate", "check"):
        ergebnis = kmut(befehl, *namen, "fehlt.yaml", "zuletzt.yaml", "--format", "json")
        pfade = {finding["path"] for finding in ergebnis.json["findings"] if finding["severity"] == "error"}
        assert pfade == {*namen, "fehlt.yaml", "zuletzt.yaml"}
        assert ergebnis.status == 1


def test_dieselbe_datei_mehrfach(kmut: Kmut, schreibe: Schreibe, tmp_path: Path) -> None:
    schreibe("bericht.yaml", "dokument: x\n")
    ergebnis = kmut("validate", "bericht.yaml", "./bericht.yaml", tmp_path / "bericht.yaml", ".", "--format", "json")
    assert [finding["path"] for finding in ergebnis.json["findings"]] == ["bericht.yaml"]


def test_standardeingabe(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("kmut.yaml", "kommune:\n  name: Stadt Delmenhorst\n  typ: kreisfreie_stadt\n")
    ergebnis = kmut("check", "-", "-", "--format", "json", stdin=BERICHT.encode())
    (dokument,) = ergebnis.json["documents"]
    assert (dokument["path"], len(dokument["open"])) == ("-", 40)


@pytest.mark.parametrize("form", ["text", "json", "sarif", "junit", "github", "gitlab"])
def test_jede_form_sagt_dasselbe(kmut: Kmut, schreibe: Schreibe, form: str) -> None:
    schreibe("bericht.yaml", BERICHT + "statuss: final\n")
    for befehl in ("validate", "check"):
        ergebnis = kmut(befehl, "bericht.yaml", "--format", form)
        assert ergebnis.status == 1
        assert "Den Schlüssel „statuss“ kennt die Gliederung an dieser Stelle nicht." in ergebnis.out

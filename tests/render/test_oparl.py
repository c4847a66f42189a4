"""A paper as OParl: what OParl 1.1 says of such an object holds, and a consumer finds what the paper says."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

from kmut_cli.__main__ import main

ROOT = Path(__file__).resolve().parents[2]
ROTENBURG = ROOT / "examples/rotenburg-2015/2015/vorlagen/2015-04-16-sachstand.yaml"
SCHEMA = "https://schema.oparl.org/1.1/"
# Types of the properties that we write, as schema/Paper.json, Consultation.json and File.json of github.com/OParl/spec
# (version 1.1) state them; an object may have no others, but for those with a vendor's prefix. All are optional but
# id and type, for files accessUrl too.
URL, TAG, TEXT, ZAHL, WAHR = "url", "date", "string", "integer", "boolean"
EIGENSCHAFTEN: dict[str, dict[str, Any]] = {
    "Paper": {
        **{"id": URL, "type": TEXT, "name": TEXT, "reference": TEXT, "date": TAG, "paperType": TEXT},
        **{"mainFile": "File", "auxiliaryFile": ["File"], "consultation": ["Consultation"], "keyword": [TEXT]},
    },
    "Consultation": {"id": URL, "type": TEXT, "role": TEXT, "authoritative": WAHR},
    "File": {
        **{"id": URL, "type": TEXT, "name": TEXT, "fileName": TEXT, "mimeType": TEXT, "date": TAG, "size": ZAHL},
        **{"sha512Checksum": TEXT, "text": TEXT, "accessUrl": URL},
    },
}
PFLICHT = {"Paper": {"id", "type"}, "Consultation": {"id", "type"}, "File": {"id", "type", "accessUrl"}}
MUSTER = {URL: r"https?://[^\s>\")\]`]+[^ >\"`.\s]", TAG: r"\d{4}-\d\d-\d\d", TEXT: r"(?s).+"}


def pruefe(objekt: dict[str, Any], typ: str) -> None:
    """Hold an object against what the schema says of its type."""
    assert objekt["type"] == SCHEMA + typ
    assert PFLICHT[typ] <= objekt.keys()
    for name, wert in objekt.items():
        if ":" not in name:
            pruefe_wert(wert, EIGENSCHAFTEN[typ][name], name)
    assert not [name for name, wert in objekt.items() if wert in (None, "", [])], "chapter 2.4: nothing empty"


def pruefe_wert(wert: Any, art: Any, name: str) -> None:
    if isinstance(art, list):
        assert isinstance(wert, list), name
        for eins in wert:
            pruefe_wert(eins, art[0], name)
    elif art in EIGENSCHAFTEN:
        pruefe(wert, art)
    elif art in MUSTER:
        assert isinstance(wert, str), name
        assert re.fullmatch(MUSTER[art], wert), name
    else:
        assert type(wert) is {ZAHL: int, WAHR: bool}[art], name


def ausgegeben(datei: Path, ziel: Path) -> bytes:
    assert main(["render", str(datei), "--format", "oparl", "--out", str(ziel)]) == 0
    return (ziel / f"{datei.stem}.oparl.json").read_bytes()


def test_paper_of_rotenburg(tmp_path: Path) -> None:
    inhalt = ausgegeben(ROTENBURG, tmp_path)
    paper = json.loads(inhalt)
    pruefe(paper, "Paper")
    assert paper["reference"] == "2011-16/1040"
    assert (paper["date"], paper["paperType"]) == ("2015-04-16", "Mitteilungsvorlage")
    (beratung,) = paper["consultation"]
    assert (beratung["role"], beratung["authoritative"]) == ("Kenntnisnahme", False)
    assert (beratung["kmut:gremium"], beratung["kmut:termin"]) == ("Ausschuss für das Jobcenter", "2015-04-28")
    text = paper["mainFile"]["text"]
    assert len(re.findall(r"^\d\d[./][\d./]*2015; ", text, re.MULTILINE)) == 18 + 1  # the appointments, the committee
    assert text.index("13.04.2015; Hannover") < text.index("Geplant sind:") < text.index("21.04.2015; Rotenburg")
    for zeile in (
        "09.03.2015; Rotenburg (Wümme); Austausch der KMuT aus Rotenburg (Wümme), Stade und Verden",
        "31.03.2015; Rotenburg (Wümme); Gespräch mit MEN, der Mobilen Engagement-Beratung in Niedersachsen",
        "07.04.2015; Rotenburg (Wümme); Gründung des Arbeitskreises Frauenförderung; Schwerpunkt ist",
        "eingeladen vom Bundesamt für Migration und Flüchtlinge (BAMF)",
    ):
        assert zeile in text
    for angabe in ("25.000 €", "Förderrichtlinie", "weiterer Kurs", "Tarmstedt", "Kreisgebiet und außerhalb"):
        assert angabe in text
    for angabe in ("03.03.2015", "45 Unterrichtsstunden", "13 Kommunen", "22.05.2015", "(Colshorn)"):
        assert angabe in text
    assert ausgegeben(ROTENBURG, tmp_path / "wieder") == inhalt


def test_every_address_is_a_placeholder(tmp_path: Path) -> None:
    paper = json.loads(ausgegeben(ROTENBURG, tmp_path))
    objekte = [paper, paper["mainFile"], *paper["auxiliaryFile"], *paper["consultation"]]
    kennungen = [eins["id"] for eins in objekte]
    assert all(eine.startswith("https://entwurf.invalid/03357/2011-16-1040/") for eine in kennungen)
    assert len(set(kennungen)) == len(kennungen)
    assert "created" not in paper
    assert "kmut:entwurf" in paper


def schreibe(ordner: Path, text: str) -> Path:
    datei = ordner / "vorlage.yaml"
    datei.write_text("dokument: sitzungsvorlage\n" + text, "utf-8")
    return datei


def test_resolution_attachments_and_stations(tmp_path: Path) -> None:
    (tmp_path / "kurse.pdf").write_bytes(b"%PDF-1.7\n")
    folge = "beratungsfolge:\n  - {gremium: A, datum: 2026-06, zustaendigkeit: vorberatung}\n  - {gremium: B}\n"
    folge += "  - {gremium: Kreistag, datum: 2026-06-22, zustaendigkeit: entscheidung, tagesordnungspunkt: Ö 7}\n"
    rest = "anlagen:\n  - {bezeichnung: Kurse, datei: kurse.pdf}\nbeschlussvorschlag: So sei es.\nart: beschluss\n"
    paper = json.loads(ausgegeben(schreibe(tmp_path, folge + rest), tmp_path / "aus"))
    pruefe(paper, "Paper")
    (anlage,) = paper["auxiliaryFile"]
    assert (anlage["fileName"], anlage["mimeType"], anlage["size"]) == ("kurse.pdf", "application/pdf", 9)
    assert anlage["sha512Checksum"] == hashlib.sha512(b"%PDF-1.7\n").hexdigest()
    rollen = [(eine.get("role"), eine.get("authoritative")) for eine in paper["consultation"]]
    assert rollen == [("Vorberatung", False), (None, None), ("Entscheidung", True)]
    assert paper["consultation"][2]["kmut:tagesordnungspunkt"] == "Ö 7"
    assert paper["kmut:beschlussvorschlag"] == "So sei es."
    assert "date" not in paper


def test_texts_are_plain(tmp_path: Path) -> None:
    kopf = 'bezeichnung: "**Stand** der *Arbeit* \\\\* x_y"\nbeschlussvorschlag: "**So** sei es."\n'
    folge = 'beratungsfolge: [{gremium: "**Kreistag**"}]\n'
    text = (
        "sachverhalt: |\n  ## Anlass\n  **fett** [Link](https://x.example) `code` <https://y.example>\n  weiter\\\n"
        "  neue Zeile\n\n"
        "  3. drei\n     - innen\n  4. vier\n\n  > Zitat\n\n  | a | b |\n  |---|---|\n  | *1* | 2 |\n"
    )
    paper = json.loads(ausgegeben(schreibe(tmp_path, kopf + folge + text), tmp_path / "aus"))
    assert paper["name"] == "Stand der Arbeit * x_y"
    assert paper["kmut:beschlussvorschlag"] == "So sei es."
    assert paper["consultation"][0]["kmut:gremium"] == "Kreistag"
    assert paper["mainFile"]["text"].split("Sachverhalt\n\n")[1].split("\n\nBeschluss")[0] == (
        "Anlass\n\nfett Link (https://x.example) code https://y.example weiter\nneue Zeile\n\n"
        "3. drei\n   - innen\n4. vier\n\nZitat\n\na; b\n1; 2"
    )


def test_attachments_that_no_document_may_have_stay_out(tmp_path: Path) -> None:
    (tmp_path / "kmut.yaml").write_text("kommune: {name: Landkreis Musterland}\n", "utf-8")
    wege = ("/etc/passwd", "..", "../../fremd.pdf", "https://rat.example/a.pdf", "fehlt.pdf")
    anlagen = "".join(f"  - {{bezeichnung: A, datei: '{weg}'}}\n" for weg in wege) + "  - {bezeichnung: ohne Datei}\n"
    paper = json.loads(ausgegeben(schreibe(tmp_path, "anlagen:\n" + anlagen), tmp_path / "aus"))
    assert [eine.get("fileName") for eine in paper["auxiliaryFile"]] == ["fehlt.pdf", None]


def test_empty_draft_is_an_object_all_the_same(tmp_path: Path) -> None:
    pruefe(json.loads(ausgegeben(schreibe(tmp_path, "status: entwurf\n"), tmp_path / "aus")), "Paper")


def test_other_kinds_and_papers_that_are_not_public_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bericht = tmp_path / "bericht.yaml"
    bericht.write_text('dokument: taetigkeitsbericht\ngliederung: "2020"\n', "utf-8")
    main(["render", str(bericht), "--format", "oparl"])
    assert "KM508" in capsys.readouterr().out
    assert main(["render", str(schreibe(tmp_path, "oeffentlich: nein\n")), "--format", "oparl"]) == 1
    assert "KM509" in capsys.readouterr().out
    assert not list(tmp_path.glob("*.json"))


def test_object_that_a_server_took_over_is_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    datei = schreibe(tmp_path, "art: mitteilung\n")
    assert main(["render", str(datei), "--format", "oparl"]) == 0
    assert main(["render", str(datei), "--format", "oparl"]) == 0  # our own draft may be made anew
    ziel = datei.with_suffix(".oparl.json")
    ziel.write_text(ziel.read_text("utf-8").replace("https://entwurf.invalid", "https://rat.example"), "utf-8")
    assert main(["render", str(datei), "--format", "oparl"]) == 1
    assert "KM505" in capsys.readouterr().out
    assert "rat.example" in ziel.read_text("utf-8")


def test_file_name_and_template_of_the_format(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    datei = schreibe(tmp_path, "art: mitteilung\n")
    assert main(["render", str(datei), "--format", "oparl", "--out", str(tmp_path / "paper.json")]) == 0
    assert (tmp_path / "paper.json").is_file()
    assert main(["render", str(datei), "--format", "md", "--out", str(tmp_path / "paper.json")]) == 2
    assert main(["render", str(datei), "--format", "oparl", "--template", "x.docx"]) == 2
    assert "braucht keine Vorlage" in capsys.readouterr().err

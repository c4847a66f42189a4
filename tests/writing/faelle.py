"""One small case for each command that writes."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kmut_cli.__main__ import main
from kmut_cli.documents.uebernahme import fingerabdruck
from kmut_cli.source.edit import Set
from kmut_cli.workspace.bearbeitung import Bearbeitung, BearbeitungError

BERICHT = 'dokument: taetigkeitsbericht\ngliederung: "2020"\nberichtsjahr: 2025\nstatus: entwurf\n'
KONZEPT = "dokument: handlungskonzept\ngliederung: '2026'\n"
MAPPE = 'kommune: {name: Landkreis Musterland, ags: "03999", typ: landkreis}\n'
LOG = "dokument: veranstaltungen\neintraege:\n- datum: 2026-04-27\n  titel: Konferenz\n"
MONITORING = (
    "dokument: monitoring\nwertedatei: werte.csv\nindikatoren:\n"
    '  - {nummer: "1", name: Bevölkerung, einheit: Personen, statistik: [IM 1.1.1]}\n'
    'werte:\n  - {indikator: "1", zeit: 2023, wert: 1,'
    " quelle: Integrationsmonitoring Niedersachsen, tabelle: IM 1.1.1}\n"
)
WERTE = "indikator;zeit;wert;quelle;tabelle;abruf\n1;2022;5;;;\n"
IM = "Year,Gebietseinheit,GeoCode,Value\n2023,Musterland,K03999,163200\n2024,Musterland,K03999,163455\n"
TERMINE = "Datum;Titel\n28.04.2026;Runder Tisch\n29.04.2026;Fachtag\n"
_ANTWORT = "aufgaben:\n  handlungskonzept:\n    fortgeschrieben: 2023\n    terminiert: ja\n"
UEBERNOMMEN = BERICHT + _ANTWORT + (
    "uebernommen:\n  aus: 2023/b.yaml\n  unbestaetigt:\n"
    f'    aufgaben.handlungskonzept.fortgeschrieben: "{fingerabdruck("2023")}"\n'
    f'    aufgaben.handlungskonzept.terminiert: "{fingerabdruck("ja")}"\n'
)  # fmt: skip


@dataclass(frozen=True)
class Fall:
    """A command that writes.

    Attributes:
        name: What the test is called.
        dateien: What the folder holds before.
        lauf: Does it in the current folder; gives the exit status.
        jeder: Of its steps, one of so many is killed: where there are many alike.
        setzt_fort: Whether the same command again does what a killed one left.
    """

    name: str
    dateien: dict[str, str]
    lauf: Callable[[], int]
    jeder: int = 1
    setzt_fort: bool = True

    def bereite_vor(self, ordner: Path) -> None:
        """Make the folder anew and go there."""
        os.chdir(ordner.parent)
        shutil.rmtree(ordner, ignore_errors=True)
        for name, inhalt in self.dateien.items():
            pfad = ordner / name
            pfad.parent.mkdir(parents=True, exist_ok=True)
            pfad.write_bytes(inhalt.encode())
        ordner.mkdir(exist_ok=True)
        os.chdir(ordner)


def _kmut(*args: str) -> Callable[[], int]:
    return lambda: main(list(args))


def _fill() -> int:
    """Answer a question, by what `kmut fill` writes with."""
    try:
        Bearbeitung(Path("b.yaml")).schreibe([Set(("status",), "final")])
    except BearbeitungError as fehler:
        sys.stderr.write(f"{fehler}\n")
        return 2
    return 0


def _einlesen() -> int:
    return main(["monitoring", "import", "im-niedersachsen-1-1-1.csv", "--yes", "--update", "--retrieved", "1.3.2026"])


def _tabtaste() -> int:
    os.environ["HOME"] = str(Path.cwd())
    return main(["--install-completion", "bash"])


def faelle() -> Iterator[Fall]:
    """Give the cases."""
    yield Fall("fill", {"b.yaml": BERICHT}, _fill)
    yield Fall("confirm", {"a.yaml": UEBERNOMMEN, "b.yaml": UEBERNOMMEN}, _kmut("confirm", ".", "--all"), jeder=3)
    yield Fall("log add", {"veranstaltungen.yaml": LOG}, _kmut("log", "add", "28.04.2026 Runder Tisch"))
    yield Fall("log add neu", {}, _kmut("log", "add", "28.04.2026 Runder Tisch"))
    yield Fall(
        "log import", {"veranstaltungen.yaml": LOG, "t.csv": TERMINE}, _kmut("log", "import", "t.csv", "--yes"), jeder=3
    )
    yield Fall(
        "monitoring import",
        {"kmut.yaml": MAPPE, "monitoring.yaml": MONITORING, "werte.csv": WERTE, "im-niedersachsen-1-1-1.csv": IM},
        _einlesen,
        jeder=2,
    )
    neu = ("new", "taetigkeitsbericht", "2026")
    yield Fall("new", {"kmut.yaml": MAPPE}, _kmut(*neu))
    # What is missing then is the deadline in kmut.yaml; `kmut status` says so.
    mit_frist = _kmut(*neu, "--deadline", "31.3.2027")
    yield Fall("new mit Frist", {"kmut.yaml": MAPPE}, mit_frist, jeder=2, setzt_fort=False)
    yield Fall("init", {}, _kmut("init", ".", "--kommune", "03459", "--year", "2026"), jeder=43)
    yield Fall(
        "render", {"b.yaml": BERICHT, "b.md": ""}, _kmut("render", "--format", "md", "--format", "docx"), jeder=5
    )
    yield Fall(
        "compare",
        {"a.yaml": BERICHT, "b.yaml": UEBERNOMMEN},
        _kmut("compare", "a.yaml", "b.yaml", "--out", "v.txt"),
        jeder=3,
    )
    yield Fall("schema", {}, _kmut("schema", "--out", "schemas"), jeder=19)
    yield Fall("template copy", {}, _kmut("template", "copy", "--format", "md"), jeder=11)
    fristen = MAPPE + "fristen:\n  taetigkeitsbericht:\n    2026: 2099-03-31\n"
    jahr = BERICHT.replace("2025", "2026")
    yield Fall("status", {"kmut.yaml": fristen, "2026/b.yaml": jahr}, _kmut("status", "--ics", "aus/f.ics"), jeder=4)
    yield Fall("tabtaste", {".bashrc": "alias ll='ls -l'\n"}, _tabtaste, jeder=3)

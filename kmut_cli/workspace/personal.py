"""Who works for the Koordinierungsstelle, as the folder says: ``kmut.yaml`` and the staff of each activity report.

What reaches one of them alone gives that person away as well: an own address, an own telephone number (see
:mod:`kmut_cli.documents.vorlage.kontaktdaten` for what counts as such).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from kmut_cli.documents.eins_oder_liste import als_liste
from kmut_cli.documents.laden import lade
from kmut_cli.documents.stammdaten import Koordinierungsstelle
from kmut_cli.documents.stelle import wert_an
from kmut_cli.documents.umfeld import Person
from kmut_cli.findings.finding import Finding
from kmut_cli.source.reader import read_source
from kmut_cli.workspace.ablage import Ablage
from kmut_cli.workspace.dateien import MAPPE, Datei
from kmut_cli.workspace.mappe import Mappe

BERICHT = "taetigkeitsbericht"
BESETZUNG = ("organisation", "personelle_besetzung")
# Nobody can be asked which folders of years there are: a revision of git answers only to names.
_JAHRE = range(2000, 2100)
_MEHRERE = re.compile(r"\s+und\s+|\s*[/;&\n]\s*")


def personal(ablage: Ablage, ordner: Path, mappe: Mappe | None) -> tuple[Person, ...]:
    """Read the names of the staff; what cannot be read names nobody, and is told of where that file itself is checked.

    Args:
        ablage: Where the files are kept.
        ordner: The folder that holds the years.
        mappe: Its ``kmut.yaml``; None if there is none.

    Returns:
        Each name once, with the first file that has it; then the address and the number of ``kmut.yaml``, if they are
        a person's own.
    """
    stelle = mappe.stammdaten.koordinierungsstelle if mappe is not None and mappe.stammdaten is not None else None
    kontakt = tuple(_personen(stelle.ansprechperson if stelle is not None else None, MAPPE))
    je_name: dict[str, Person] = {}
    for eine in (*kontakt, *_aus_berichten(ablage, ordner)):
        je_name.setdefault(eine.name, eine)
    erreichbar = _erreichbar(stelle, kontakt, tuple(je_name.values())) if stelle is not None and je_name else ()
    return (*je_name.values(), *erreichbar)


def _erreichbar(
    stelle: Koordinierungsstelle, kontakt: tuple[Person, ...], alle: tuple[Person, ...]
) -> Iterator[Person]:
    """Give address and number that are one person's own."""
    from kmut_cli.documents.vorlage.kontaktdaten import eigene_adresse, eigene_nummer  # only if somebody is named
    from kmut_cli.documents.vorlage.namensmuster import Personenname, lies_namen

    def gelesen(personen: tuple[Person, ...]) -> list[Personenname]:
        return [name for eine in personen if (name := lies_namen(eine.name)) is not None]

    adresse, nummer = (stelle.email or "").strip(), (stelle.telefon or "").strip()
    if eigene_adresse(adresse, gelesen(alle)):
        yield Person(adresse, MAPPE)
    if eigene_nummer(nummer, gelesen(kontakt)):
        yield Person(nummer, MAPPE)


def _aus_berichten(ablage: Ablage, ordner: Path) -> Iterator[Person]:
    for jahr in _JAHRE:
        weg = Path(str(jahr), f"{BERICHT}.yaml")
        if not ablage.hat(ordner / weg):
            continue
        inhalt = ablage.lies(Datei(str(weg), ordner / weg, weg))
        bericht = None if isinstance(inhalt, Finding) else lade(read_source(str(weg), inhalt)).dokument
        for stelle in als_liste(wert_an(bericht, BESETZUNG)) if bericht and bericht.dokument == BERICHT else ():
            yield from _personen(stelle.name, weg.as_posix())


def _personen(angabe: str | None, herkunft: str) -> Iterator[Person]:
    for name in _MEHRERE.split(angabe or ""):
        if name.strip():
            yield Person(" ".join(name.split()), herkunft)

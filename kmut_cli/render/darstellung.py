"""From a document to its presentation: the outline gives order and wording, the types say how an answer looks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import count

from kmut_cli.documents.dokument import Dokument, Kommune
from kmut_cli.documents.gliederung import AbschnittImText, Pfad, gliederung
from kmut_cli.documents.stelle import wert_an
from kmut_cli.documents.umfeld import KEIN_UMFELD, Umfeld
from kmut_cli.documents.zustand import Fragenstand
from kmut_cli.findings.finding import dotted
from kmut_cli.render import presentation as p
from kmut_cli.render.antwort import antwortbloecke
from kmut_cli.render.gestaltung import gestaltung
from kmut_cli.render.leeres import ohne_leeres


def darstellung(dokument: Dokument, staende: tuple[Fragenstand, ...], umfeld: Umfeld = KEIN_UMFELD) -> p.Darstellung:
    """Make the presentation of a document.

    Args:
        dokument: The document.
        staende: State of each question, from :func:`kmut_cli.documents.zustand.stand`.
        umfeld: What the document may see of its folder.

    Returns:
        Everything a template needs; open questions and unconfirmed answers are marked in a draft, and not in a final
        version.
    """
    je_pfad = {stand.frage.pfad: stand for stand in staende}
    kommune = dokument.kommune or Kommune()
    kapitel = tuple(
        p.Kapitel(eins.nummer, eins.titel, tuple(_abschnitt(dokument, teil, je_pfad) for teil in eins.abschnitte))
        for eins in gliederung(type(dokument)).kapitel
    )
    eigene = gestaltung(dokument.dokument)
    return p.Darstellung(
        art=dokument.dokument,
        gliederung=dokument.gliederung,
        titel=dokument.ausgabetitel,
        untertitel=dokument.untertitel,
        jahr_bezeichnung=dokument.jahr_bezeichnung,
        jahr=str(dokument.jahr or ""),
        kommune=kommune.name or "",
        ags=kommune.ags or "",
        entwurf=not dokument.final,
        kapitel=_mit_eigenen_namen(ohne_leeres(eigene.gestalte(dokument, kapitel, umfeld))),
        angaben=eigene.angaben(dokument, umfeld),
        verzeichnis=eigene.verzeichnis,
    )


def _mit_eigenen_namen(kapitel: tuple[p.Kapitel, ...]) -> tuple[p.Kapitel, ...]:
    """Give every picture a name of its own: two of one name would become one file."""
    vergeben: set[str] = set()

    def benannt(block: p.Block) -> p.Block:
        if not isinstance(block, p.Bild):
            return block
        namen = (block.name if nummer == 1 else f"{block.name}-{nummer}" for nummer in count(1))
        name = next(eins for eins in namen if eins.casefold() not in vergeben)
        vergeben.add(name.casefold())
        return replace(block, name=name)

    return tuple(
        replace(
            eins,
            abschnitte=tuple(
                replace(teil, fragen=tuple(replace(f, bloecke=tuple(map(benannt, f.bloecke))) for f in teil.fragen))
                for teil in eins.abschnitte
            ),
        )
        for eins in kapitel
    )


def _abschnitt(dokument: Dokument, abschnitt: AbschnittImText, je_pfad: Mapping[Pfad, Fragenstand]) -> p.Abschnitt:
    return p.Abschnitt(
        nummer=abschnitt.nummer,
        titel=abschnitt.titel,
        hinweis=abschnitt.hinweis or (f"({abschnitt.anlage_wortlaut})" if abschnitt.anlage else ""),
        fragen=tuple(_frage(dokument, je_pfad[frage.pfad]) for frage in abschnitt.fragen),
        anlage=wert_an(dokument, abschnitt.anlage) or "" if abschnitt.anlage else "",
    )


def _frage(dokument: Dokument, stand: Fragenstand) -> p.Frage:
    frage = stand.frage
    bloecke = list(antwortbloecke(dokument, frage, stand.zustand))
    if stand.offen and not dokument.final:
        bloecke.append(p.Offen(_was_fehlt(stand)))
    if stand.unbestaetigt and not dokument.final:
        bloecke.append(p.Offen(_woher(dokument), "unbestätigt"))
    return p.Frage(
        pfad=dotted(frage.pfad),
        wortlaut=frage.frage.fuer_jahr(dokument.jahr_im_wortlaut),
        hinweis=frage.frage.hinweis,
        offen=stand.offen,
        bloecke=tuple(bloecke),
    )


def _was_fehlt(stand: Fragenstand) -> str:
    return f"Es fehlt noch: {', '.join(stand.luecken)}." if stand.luecken else "Diese Frage ist noch nicht beantwortet."


def _woher(dokument: Dokument) -> str:
    quelle = (dokument.uebernommen.aus or "").strip() if dokument.uebernommen else ""
    return f"Aus {quelle} übernommen, noch nicht bestätigt." if quelle else "Übernommen, noch nicht bestätigt."

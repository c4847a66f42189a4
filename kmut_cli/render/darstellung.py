"""From a document to its presentation: the outline gives order and wording, the types say how an answer looks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from kmut_cli.documents.antworten import Entfaellt, Erlaeutert, Sonstiges
from kmut_cli.documents.dokument import Dokument, Kommune
from kmut_cli.documents.gliederung import (
    AbschnittImText,
    FrageImText,
    Pfad,
    antworttyp,
    gliederung,
    ist_ja_nein,
    optionen,
    teile,
)
from kmut_cli.documents.kurztext import kurztext
from kmut_cli.documents.modell import Teile, ist_typ
from kmut_cli.documents.option import Option
from kmut_cli.documents.stelle import wert_an
from kmut_cli.documents.umfeld import KEIN_UMFELD, Umfeld
from kmut_cli.documents.ziele import vereinfacht
from kmut_cli.documents.zustand import Fragenstand, Zustand, ist_leer, ist_wiederholt
from kmut_cli.findings.finding import dotted
from kmut_cli.render import presentation as p
from kmut_cli.render.gestaltung import gestaltung
from kmut_cli.render.leeres import ohne_leeres
from kmut_cli.render.raster import ist_raster, raster
from kmut_cli.render.tabelle import beschriftet, liste

SONSTIGES = next(iter(Sonstiges.model_fields))


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
        kapitel=ohne_leeres(eigene.gestalte(dokument, kapitel, umfeld)),
        angaben=eigene.angaben(dokument, umfeld),
        verzeichnis=eigene.verzeichnis,
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


def antwortbloecke(dokument: Dokument, frage: FrageImText, zustand: Zustand) -> Iterator[p.Block]:
    """Give the blocks of an answer; a form shows its boxes even where none is ticked yet."""
    wert = wert_an(dokument, frage.pfad)
    if isinstance(wert, Entfaellt):
        yield p.Entfallen(wert.entfaellt)
        return
    if zustand is Zustand.NICHT_ANWENDBAR and ist_leer(wert) and frage.frage.ausnahme:
        yield p.Entfallen(frage.frage.ausnahme.grund)
        return
    if zustand is Zustand.NICHT_ANWENDBAR and ist_leer(wert) and frage.frage.wenn:
        return
    erlaeuterung = wert.erlaeuterung or "" if isinstance(wert, Erlaeutert) else ""
    wert = _ohne_erlaeuterung(wert)
    if frage.frage.verweis and isinstance(wert, list):
        ziele = wert_an(dokument, (*frage.pfad[:-1], frage.frage.verweis))
        wert = [_aufgeloest(eins, ziele if isinstance(ziele, list) else []) for eins in wert]
    yield from _bloecke(frage, wert)
    if erlaeuterung.strip():
        yield p.Absatz(erlaeuterung)


def _aufgeloest(text: str, eintraege: list[Any]) -> str:
    """Write out an entry that is named by its short mark: „Z1“ becomes „Z1: Neuzugewanderte finden …“."""
    for eins in eintraege:
        if eins.kuerzel and eins.ziel and vereinfacht(eins.kuerzel) == vereinfacht(text):
            return f"{eins.kuerzel.strip()}: {eins.ziel.strip()}"
    return text


def _bloecke(frage: FrageImText, wert: Any) -> Iterator[p.Block]:
    pfad = dotted(frage.pfad)
    if frage.frage.freie_kaestchen:
        yield _freie_kaestchen(frage, wert or [])
    elif frage.typ is Kommune:
        yield from _kommune(wert)
    elif ist_ja_nein(frage.typ):
        # A form has no chapters, and prints each box on a line of its own.
        yield ja_nein(wert, pfad, in_einer_zeile="." in frage.abschnittsnummer)
    elif not isinstance(wert, Teile) and ist_typ(frage.typ, Teile) and ist_raster(frage.typ):
        yield raster(frage.typ, None, pfad)
    elif optionen(frage.typ) and not isinstance(wert, Teile) and not ist_typ(frage.typ, Teile):
        yield auswahlfeld(frage.typ, wert, pfad)
    elif not ist_leer(wert) or ist_wiederholt(wert):
        yield from _freier_wert(wert, pfad)


def _freier_wert(wert: Any, pfad: str) -> Iterator[p.Block]:
    """Give the blocks of a value that is no choice: text, a date, a list, a group of parts."""
    if isinstance(wert, str):
        yield p.Absatz(wert)
    elif isinstance(wert, Teile):
        yield from _gruppe(wert, pfad)
    elif ist_wiederholt(wert):
        for nummer, eins in enumerate(wert):
            yield from _eintrag(eins, nummer, f"{pfad}[{nummer}]")
    elif isinstance(wert, list) and isinstance(wert[0], Teile):
        yield from liste([eins for eins in wert if not ist_leer(eins)])
    elif isinstance(wert, list):
        yield p.Absatz(_nummeriert([eins for eins in wert if not ist_leer(eins)]))
    else:
        yield p.Angabe("", kurztext(wert))


def ja_nein(wert: bool | None, pfad: str, *, in_einer_zeile: bool) -> p.Ankreuzfeld:
    """Give the two boxes of a yes/no question, none ticked if ``wert`` is None."""
    return p.Ankreuzfeld(
        (p.Kaestchen("ja", wert is True, f"{pfad}.ja"), p.Kaestchen("nein", wert is False, f"{pfad}.nein")),
        in_einer_zeile=in_einer_zeile,
    )


def auswahlfeld(typ: Any, wert: Any, pfad: str) -> p.Ankreuzfeld:
    """Give all options of a type, ticked where chosen; the free entry follows its option."""
    gewaehlt = wert if isinstance(wert, list) else [wert]
    frei = ", ".join(eins.sonstiges for eins in gewaehlt if isinstance(eins, Sonstiges))
    namen = {eins.name for eins in gewaehlt if isinstance(eins, Option)} | ({SONSTIGES} if frei else set())
    return p.Ankreuzfeld(
        tuple(
            p.Kaestchen(f"{titel} {frei}" if frei and name == SONSTIGES else titel, name in namen, f"{pfad}.{name}")
            for name, titel in optionen(typ).items()
        )
    )


def _freie_kaestchen(frage: FrageImText, eintraege: list[str]) -> p.Ankreuzfeld:
    """Give a ticked box for each own entry; the printed empty ones only as long as there is none."""
    pfad = dotted(frage.pfad)
    texte = [(text, True) for text in eintraege if text.strip()] or [
        (leer, False) for leer in frage.frage.freie_kaestchen
    ]
    return p.Ankreuzfeld(tuple(p.Kaestchen(text, ja, f"{pfad}[{nummer}]") for nummer, (text, ja) in enumerate(texte)))


def _kommune(kommune: Kommune | None) -> Iterator[p.Block]:
    if kommune is not None and not ist_leer(kommune.name):
        yield p.Angabe("", kommune.name or "")


def _gruppe(wert: Teile, pfad: str) -> Iterator[p.Block]:
    """Give a group of parts: boxes if the outline names all of them, else one line each; explanations follow."""
    alle = teile(type(wert))
    if ist_raster(type(wert)):
        yield raster(type(wert), wert, pfad)
        return
    if optionen(type(wert)).keys() == alle.keys():
        angaben = {name: (teil.mit_code, getattr(wert, name)) for name, teil in alle.items()}
        yield p.Ankreuzfeld(
            tuple(
                p.Kaestchen(beschriftung, _ohne_erlaeuterung(eins) is True, f"{pfad}.{name}")
                for name, (beschriftung, eins) in angaben.items()
            )
        )
        for beschriftung, eins in angaben.values():
            yield from _zusatz(beschriftung, eins)
        return
    for name, teil in alle.items():
        eins = getattr(wert, name)
        if not ist_leer(eins):
            yield from _angabe(teil.mit_code, eins)


def _eintrag(wert: Teile, nummer: int, pfad: str) -> Iterator[p.Block]:
    """Give an entry whose parts stand below each other: its number, then each part with its boxes or text."""
    yield p.Zwischentitel(f"{wert.wiederholt} {nummer + 1}")
    for name, teil in teile(type(wert)).items():
        eins = getattr(wert, name)
        antwort = _ohne_erlaeuterung(eins)
        typ = antworttyp(type(wert).model_fields[name].annotation)
        titel = teil.im_eintrag(nummer + 1)
        if isinstance(eins, Entfaellt):
            yield p.Angabe(titel, "")
            yield p.Entfallen(eins.entfaellt)
        elif ist_ja_nein(typ) or optionen(typ):
            yield p.Angabe(titel, "")
            ort = f"{pfad}.{name}"
            yield ja_nein(antwort, ort, in_einer_zeile=True) if ist_ja_nein(typ) else auswahlfeld(typ, antwort, ort)
            if isinstance(eins, Erlaeutert) and eins.erlaeuterung:
                yield p.Absatz(eins.erlaeuterung)
        elif not ist_leer(eins):
            yield from _angabe(titel, ", ".join(eins) if isinstance(eins, list) else eins)


def _ohne_erlaeuterung(wert: Any) -> Any:
    return wert.antwort if isinstance(wert, Erlaeutert) else wert


def _angabe(beschriftung: str, wert: Any) -> Iterator[p.Block]:
    """Give one part with its label; text of several lines stands below the label, as Markdown."""
    if isinstance(wert, str) and "\n" in wert.strip():
        yield p.Angabe(beschriftung, "")
        yield p.Absatz(wert)
        return
    yield p.Angabe(beschriftung, kurztext(_ohne_erlaeuterung(wert)))
    if isinstance(wert, Erlaeutert) and wert.erlaeuterung:
        yield p.Absatz(wert.erlaeuterung)


def _zusatz(beschriftung: str, wert: Any) -> Iterator[p.Block]:
    """Give what the author added to a ticked box."""
    text = wert.erlaeuterung if isinstance(wert, Erlaeutert) else ""
    text = f"entfällt: {wert.entfaellt}" if isinstance(wert, Entfaellt) else text
    if text and text.strip():
        yield from beschriftet(beschriftung, text)


def _nummeriert(texte: list[str]) -> str:
    """Write texts as a numbered list in Markdown; further lines of a text stay within its point."""
    punkte = []
    for nummer, text in enumerate(texte, 1):
        vorn = f"{nummer}. "
        punkte.append(vorn + text.strip("\n").replace("\n", "\n" + " " * len(vorn)))
    return "\n".join(punkte)

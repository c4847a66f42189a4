"""The outline for showing: as plain data for machines, as text for people."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from typing import Any

from kmut_cli.documents.antwortart import BEZEICHNUNG, antwortart, bestandteile
from kmut_cli.documents.dokument import Dokument
from kmut_cli.documents.gliederung import AbschnittImText, FrageImText, gliederung, optionen
from kmut_cli.findings.finding import dotted

_PUNKT = re.compile(r"[-•*–] +")


def umriss(typ: type[Dokument], art: str, ausgabe: str) -> dict[str, Any]:
    """Give the outline of a kind of document as plain data.

    Args:
        typ: Class of the document.
        art: Its kind.
        ausgabe: Its edition; the year that stands in the wording.

    Returns:
        ``document, edition, official, title, subtitles, preface, chapters`` and ``sections``, each ``number, title, hint,
        location, chapter, attachment, questions``, each ``location, text, hint, type, required, when, personal, sources,
        not_for, options, parts``.
    """
    ganze = gliederung(typ)
    return {
        "document": art,
        "edition": ausgabe,
        "official": typ.amtlich,
        "title": typ.titel,
        "subtitles": list(typ.untertitel),
        "preface": typ.vorspann,
        "chapters": [{"number": k.nummer, "title": k.titel} for k in ganze.kapitel if k.titel],
        "sections": [
            _abschnitt(abschnitt, kapitel.nummer, ausgabe)
            for kapitel in ganze.kapitel
            for abschnitt in kapitel.abschnitte
        ],
    }


def _abschnitt(abschnitt: AbschnittImText, kapitel: str, jahr: str) -> dict[str, Any]:
    anlage = {"location": dotted(abschnitt.anlage), "text": abschnitt.anlage_wortlaut} if abschnitt.anlage else None
    return {
        "number": abschnitt.nummer,
        "title": abschnitt.titel,
        "hint": abschnitt.hinweis,
        "location": dotted(abschnitt.pfad),
        "chapter": kapitel,
        "attachment": anlage,
        "questions": [_frage(frage, jahr) for frage in abschnitt.fragen],
    }


def _frage(frage: FrageImText, jahr: str) -> dict[str, Any]:
    eine = frage.frage
    wenn = {"key": eine.wenn.frage, "one_of": list(eine.wenn.eine_von)} if eine.wenn else None
    return {
        "location": dotted(frage.pfad),
        "text": eine.fuer_jahr(jahr),
        "hint": eine.hinweis,
        "type": antwortart(frage.typ),
        "required": eine.pflicht,
        "when": wenn,
        "personal": eine.personenbezogen,
        "sources": [weg.quelle for weg in eine.bezug],
        "not_for": sorted(typ.name for typ in eine.ausnahme.typen) if eine.ausnahme else [],
        "options": _wahl(optionen(frage.typ)) + [{"key": "", "title": titel} for titel in eine.freie_kaestchen],
        "parts": [
            {
                "key": eins.schluessel,
                "title": eins.beschriftung,
                "type": eins.art,
                "required": eins.pflicht,
                "official": eins.amtlich,
                "options": _wahl(eins.optionen),
            }
            for eins in bestandteile(frage.typ)
        ],
    }


def _wahl(optionen: dict[str, str]) -> list[dict[str, str]]:
    return [{"key": name, "title": titel} for name, titel in optionen.items()]


def umriss_text(daten: dict[str, Any], *, auszeichnung: bool) -> str:
    """Write an outline for people.

    Args:
        daten: From :func:`umriss`.
        auszeichnung: True for Markdown with headings, False for plain text to read on a terminal.
    """
    return "\n".join(_zeilen(daten, auszeichnung)) + "\n"


def _zeilen(daten: dict[str, Any], md: bool) -> Iterator[str]:
    ausgabe = f" (Gliederung {daten['edition']})" if daten["official"] else ""
    yield from _titel(daten["title"] + ausgabe, 1, md)
    for zeile in daten["subtitles"]:
        yield from [zeile] if md else _umbrochen(zeile, "")
    if daten["subtitles"]:
        yield ""
    kapitel = {eins["number"]: eins["title"] for eins in daten["chapters"]}
    vorher = ""
    for abschnitt in daten["sections"]:
        if abschnitt["chapter"] != vorher and (vorher := abschnitt["chapter"]) in kapitel:
            yield from _titel(f"{vorher} {kapitel[vorher]}", 2, md)
        yield from _titel(f"{abschnitt['number']} {abschnitt['title']}", 3 if kapitel else 2, md)
        yield from _text(abschnitt["hint"], md)
        if abschnitt["attachment"]:
            yield from _text(f"({abschnitt['attachment']['text']})", md)
        for frage in abschnitt["questions"]:
            yield from _frage_zeilen(frage, md)
        yield ""


def _titel(text: str, ebene: int, md: bool) -> Iterator[str]:
    if md:
        yield f"{'#' * ebene} {text}"
        yield ""
        return
    zeilen = list(_umbrochen(text, ""))
    yield from zeilen
    yield {1: "=", 2: "-"}.get(ebene, "·") * max(len(zeile) for zeile in zeilen)


def _text(text: str, md: bool) -> Iterator[str]:
    if text:
        yield from text.split("\n") if md else _umbrochen(text, "  ")
        yield ""


def _umbrochen(text: str, einzug: str) -> Iterator[str]:
    for absatz in text.split("\n"):
        punkt = _PUNKT.match(absatz)
        weiter = einzug + " " * len(punkt[0] if punkt else "")
        yield from textwrap.wrap(absatz, 96, initial_indent=einzug, subsequent_indent=weiter) or [""]


def _antwort(frage: dict[str, Any]) -> str:
    """Name the kind of answer, and the keys of its parts where no list below does."""
    teile = [teil["key"] for teil in frage["parts"] if not teil["official"]] if not frage["options"] else []
    quellen = "".join(f"; auch {{aus: {quelle}}}" for quelle in frage["sources"])
    return BEZEICHNUNG[frage["type"]] + (f" ({', '.join(teile)})" if teile else "") + quellen


def _frage_zeilen(frage: dict[str, Any], md: bool) -> Iterator[str]:
    if md:
        yield f"- {frage['text']}  "
        yield f"  `{frage['location']}`: {_antwort(frage)}"
    else:
        yield from textwrap.wrap(frage["text"], 96, initial_indent="  - ", subsequent_indent="    ")
        antwort = f"{frage['location']}: {_antwort(frage)}"
        yield from textwrap.wrap(antwort, 96, initial_indent="      ", subsequent_indent="      ")
    if frage["options"]:
        yield from _optionszeilen(frage["options"], 4, md)
        return
    amtlich = [teil for teil in frage["parts"] if teil["official"]]
    gleich = len({str(teil["options"]) for teil in amtlich}) == 1  # one list below serves all rows
    for teil in amtlich:
        yield from _eintrag(teil, "    - " if md else "      · ", md)
        yield from [] if gleich else _optionszeilen(teil["options"], 6, md)
    if amtlich and gleich:
        yield from _optionszeilen(amtlich[0]["options"], 6, md)


def _optionszeilen(optionen: list[dict[str, str]], tiefe: int, md: bool) -> Iterator[str]:
    for eins in optionen:
        yield from _eintrag(eins, " " * tiefe + ("- " if md else "  ☐ "), md)


def _eintrag(eins: dict[str, Any], vorn: str, md: bool) -> Iterator[str]:
    if md:
        yield f"{vorn}{eins['title']}" + (f" (`{eins['key']}`)" if eins["key"] else "")
        return
    text = eins["title"] + (f"  [{eins['key']}]" if eins["key"] else "")
    breit = len(vorn) + len(text) > 98
    zeilen = textwrap.wrap(text, 96, initial_indent=vorn, subsequent_indent=" " * len(vorn)) if breit else [vorn + text]
    yield from zeilen

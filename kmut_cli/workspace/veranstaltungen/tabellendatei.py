"""Reads a table (``.csv``) of appointments: one's own with German headings, or an export of Outlook's calendar."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from pydantic_core import PydanticCustomError

from kmut_cli.documents.datum import Datum
from kmut_cli.documents.option import Option
from kmut_cli.documents.veranstaltungsart import Rolle
from kmut_cli.documents.vorschlag import als_schluessel
from kmut_cli.documents.zeitraum import Zeitraum
from kmut_cli.findings import limits
from kmut_cli.workspace.veranstaltungen.einlesung import (
    AUS_ANDEREN_JAHREN,
    EinleseError,
    Einlesung,
    Zeilenfehler,
    art_aus,
)
from kmut_cli.workspace.veranstaltungen.eintrag import EintragError, eintrag
from kmut_cli.workspace.veranstaltungen.kodierung import entschluessle, zeilen
from kmut_cli.workspace.veranstaltungen.schreibweisen import normiert

# What a column may be called, written as a key; the first of each is how `kmut log list --format csv` calls it.
SPALTEN: dict[str, tuple[str, ...]] = {
    "datum": ("datum", "tag", "termin", "zeitraum", "wann", "date"),
    "beginn": ("beginn", "beginnt_am", "beginndatum", "startdatum", "start", "anfang", "von", "start_date"),
    "ende": ("ende", "endet_am", "enddatum", "bis", "end_date"),
    "uhrzeit": ("uhrzeit", "zeit", "time"),
    "beginn_um": ("beginnt_um", "beginnzeit", "startzeit", "uhrzeit_von", "von_uhr", "start_time"),
    "ende_um": ("endet_um", "endzeit", "uhrzeit_bis", "bis_uhr", "end_time"),
    "ganztags": ("ganztaegiges_ereignis", "ganztagesereignis", "ganztaegig", "ganztags", "all_day_event"),
    "privat": ("privat", "private"),
    "ort": ("ort", "veranstaltungsort", "wo", "location"),
    "titel": ("titel", "betreff", "bezeichnung", "thema", "veranstaltung", "was", "subject", "title"),
    "art": ("art", "kategorien", "kategorie", "typ", "categories"),
    "partner": ("partner", "projektpartner", "kooperationspartner", "beteiligte"),
    "zielgruppen": ("zielgruppen", "zielgruppe"),
    "teilnehmende": ("teilnehmende", "teilnehmer", "teilnehmerzahl", "anzahl_teilnehmende", "anzahl", "personen"),
    "rolle": ("rolle", "eigene_rolle"),
    "netzwerk": ("netzwerk",),
    "notiz": ("notiz", "notizen", "bemerkung", "bemerkungen", "anmerkung", "anmerkungen"),
}
_FELD = {name: feld for feld, namen in SPALTEN.items() for name in namen}
_LISTEN = ("partner", "zielgruppen")
_JA = frozenset({"ein", "ja", "wahr", "true", "yes", "x", "1"})
_SEKUNDEN = re.compile(r"([0-9]{1,2}:[0-9]{2}):[0-9]{2}")
_ZWOELF_STUNDEN = re.compile(r"(?i)([0-9]{1,2}):([0-9]{2})(?::[0-9]{2})?[ \u00a0\u202f]*([ap])\.?m\.?")
_TAG_MIT_ZEIT = re.compile(r"(.*[0-9])(?:[ ]+|T)([0-9]{1,2}:[0-9]{2}):[0-9]{2}")  # as Excel writes a cell of a date
_TRENNER = re.compile(r'"?sep=(.)"?\s*')  # by which Excel says how the columns are separated
_MITTERNACHT = ("0:00", "00:00")
_FORMEL = re.compile(r"^'(?=\s*[=+\-@＝＋－＠]|\s|')")


@dataclass(frozen=True, slots=True)
class _Zeile:
    nummer: int
    werte: Mapping[str, str]


def lies_tabelle(inhalt: bytes, jahr: int | None) -> Einlesung:
    """Read a table.

    Args:
        inhalt: Bytes of the file; separated by semicolon, comma or tab.
        jahr: Only this year; None for all.

    Raises:
        EinleseError: It is no table, or none of appointments.
    """
    einlesung = Einlesung()
    for zeile in _zeilen(entschluessle(inhalt), einlesung):
        _pruefe_anzahl(einlesung)
        if zeile.werte.get("privat", "").strip().lower() in _JA:
            einlesung.ausgelassen["als privat gekennzeichnet"] += 1
            continue
        try:
            eins = eintrag(_daten(zeile.werte, einlesung), zeile.nummer)
        except EintragError as fehler:
            einlesung.fehler.append(Zeilenfehler(zeile.nummer, str(fehler)))
            continue
        if jahr is None or (eins.wert.datum is not None and eins.wert.datum.im_jahr(jahr)):
            einlesung.eintraege.append(eins)
        else:
            einlesung.ausgelassen[AUS_ANDEREN_JAHREN] += 1
    return einlesung


def _pruefe_anzahl(einlesung: Einlesung) -> None:
    """Stop at too many rows, be they right or wrong."""
    if len(einlesung.eintraege) + len(einlesung.fehler) >= limits.TERMINE.wert:
        hilfe = f"Teilen Sie sie auf. {limits.TERMINE.hinweis}"
        raise EinleseError(f"Die Tabelle hat mehr als {limits.TERMINE.text}.", hilfe)


def _zeilen(text: str, einlesung: Einlesung) -> Iterator[_Zeile]:
    """Give the rows below the headings with the line in which each begins."""
    leser = csv.reader(io.StringIO(text, newline=""), delimiter=_trenner(text), strict=True)
    felder: list[str] | None = None
    davor = 0
    try:
        for werte in leser:
            beginn, davor = davor + 1, leser.line_num
            if not any(wert.strip() for wert in werte) or (felder is None and _ist_trennerzeile(text, beginn)):
                continue
            if felder is None:
                felder = _felder(werte, einlesung)
            elif len(werte) > len(felder) and any(wert.strip() for wert in werte[len(felder) :]):
                grund = (
                    f"Die Zeile hat {len(werte)} Spalten, die Überschrift nur {len(felder)}; fehlen Anführungszeichen?"
                )
                _pruefe_anzahl(einlesung)
                einlesung.fehler.append(Zeilenfehler(beginn, grund))
            else:
                yield _Zeile(beginn, {name: _FORMEL.sub("", w) for name, w in zip(felder, werte, strict=False) if name})
    except csv.Error:
        grund = "Ab hier stimmen die Anführungszeichen nicht; der Rest der Tabelle ist nicht lesbar."
        einlesung.fehler.append(Zeilenfehler(davor + 1, grund))


def _ist_trennerzeile(text: str, nummer: int) -> bool:
    return _TRENNER.fullmatch(zeilen(text)[nummer - 1]) is not None


def _trenner(text: str) -> str:
    """Give the sign that separates the columns: named by the first line, else the most frequent in the headings."""
    erste = next((zeile for zeile in zeilen(text) if zeile.strip()), "")
    genannt = _TRENNER.fullmatch(erste)
    kopf = re.sub(r'"[^"]*"', "", erste)
    return genannt[1] if genannt and genannt[1] in ";,\t|" else max(";,\t", key=kopf.count)


def _felder(ueberschriften: Sequence[str], einlesung: Einlesung) -> list[str]:
    """Give the field of each column, empty for one that has no place in the log.

    Raises:
        EinleseError: The table has no column for date or title.
    """
    felder: list[str] = []
    for wort in ueberschriften:
        feld = _FELD.get(als_schluessel(wort), "")
        if feld in felder or not feld:
            feld = ""
            if wort.strip():
                einlesung.nicht_uebernommen[f"Spalte „{' '.join(wort.split())}“"] = None
        felder.append(feld)
    fehlt = [
        wort for wort, namen in (("Datum", ("datum", "beginn")), ("Titel", ("titel",))) if not {*namen} & {*felder}
    ]
    if fehlt:
        text = f"In der Tabelle fehlt die Spalte {' und die Spalte '.join(fehlt)}."
        hilfe = "Die erste Zeile nennt die Spalten, z. B.: Datum;Uhrzeit;Ort;Titel;Art;Partner;Teilnehmende"
        raise EinleseError(text, hilfe)
    return felder


def _daten(werte: Mapping[str, str], einlesung: Einlesung) -> dict[str, object]:
    daten: dict[str, object] = {
        name: werte.get(name, "").strip()
        for name in ("datum", "uhrzeit", "ort", "titel", "teilnehmende", "netzwerk", "notiz")
    }
    daten |= _zeiten(werte, str(daten["datum"]), str(daten["uhrzeit"]))
    daten |= {name: _liste(werte.get(name, "")) for name in _LISTEN}
    if rolle := werte.get("rolle", "").strip():
        daten["rolle"] = _schluessel(Rolle, rolle)
    kategorien = [eine.strip() for eine in re.split("[;,]", werte.get("art", "")) if eine.strip()]
    daten["art"] = next((art for eine in kategorien if (art := art_aus(eine))), "")
    if not daten["art"]:
        einlesung.nicht_uebernommen.update({f"Art „{eine}“": None for eine in kategorien})
    return daten


def _zeiten(werte: Mapping[str, str], datum: str, uhrzeit: str) -> dict[str, str]:
    """Join beginning and end; a whole day, as Outlook writes it, ends at midnight of the next one and has no time."""
    beginn, zeit_im_beginn = _tag_und_zeit(datum or werte.get("beginn", ""))
    ende, zeit_im_ende = _tag_und_zeit(werte.get("ende", ""))
    von_um = _zeit(werte.get("beginn_um", "")) or zeit_im_beginn
    bis_um = _zeit(werte.get("ende_um", "")) or zeit_im_ende
    ganztags = werte.get("ganztags", "").strip().lower() in _JA or (
        von_um in _MITTERNACHT and bis_um in (*_MITTERNACHT, "")
    )
    if not uhrzeit and not ganztags and von_um:
        uhrzeit = f"{von_um}–{bis_um}" if bis_um and bis_um != von_um else von_um
    mitternacht = bis_um in _MITTERNACHT and (ganztags or von_um != bis_um)
    return {"datum": _spanne(beginn, ende, mitternacht), "uhrzeit": _zeit(uhrzeit)}


def _tag_und_zeit(text: str) -> tuple[str, str]:
    """Split a cell of day and time; midnight stands there for no time."""
    treffer = _TAG_MIT_ZEIT.fullmatch(text.strip())
    if treffer is None:
        return normiert(text.strip()), ""
    return normiert(treffer[1]), "" if treffer[2] in _MITTERNACHT else treffer[2]


def _zeit(text: str) -> str:
    """Give a time without seconds and by the clock of 24 hours."""
    ohne = _ZWOELF_STUNDEN.sub(
        lambda t: f"{int(t[1]) % 12 + (12 if t[3].lower() == 'p' else 0):02}:{t[2]}", text.strip()
    )
    return _SEKUNDEN.sub(r"\1", ohne)


def _spanne(beginn: str, ende: str, mitternacht: bool) -> str:
    """Write a span of two dates; what cannot be read stays for whoever validates it."""
    if not ende or ende == beginn:
        return beginn
    try:
        von, bis = Datum.lies(beginn), Datum.lies(ende)
    except PydanticCustomError:
        return f"{beginn} bis {ende}"
    if mitternacht and bis.tag is not None and bis.fruehestens > von.fruehestens:
        davor = bis.fruehestens - timedelta(days=1)
        bis = Datum(davor.year, davor.month, davor.day)
    return str(Zeitraum(von, bis)) if von.fruehestens <= bis.fruehestens else f"{von} bis {bis}"


def _liste(text: str) -> list[str]:
    """Split several names in one cell at semicolons or line breaks; at commas only if there is neither."""
    trenner = "[;|\\n]" if re.search("[;|\\n]", text) else ","
    return [eins.strip() for eins in re.split(trenner, text) if eins.strip()]


def _schluessel(optionen: type[Option], wort: str) -> str:
    """Give the key of an option that is named by key or wording; else the word as it is, which is then refused."""
    gesucht = als_schluessel(wort)
    return next((eine.name for eine in optionen if gesucht in (eine.name, als_schluessel(eine.titel))), wort)

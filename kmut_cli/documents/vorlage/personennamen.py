"""Finds the names of people in texts, as texts write them: with „Frau“, inflected, across a line end, in an e-mail address.

What is looked for are whole names and surnames behind a form of address. A first name alone, or a surname alone, is not
found: „Klein“ and „Stark“ are words too.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

ERSATZ = "N. N. (Koordinierungsstelle)"
"""What stands in place of a name; fits where any name fits, in every case and gender."""

_TITEL = frozenset(
    {"dr", "prof", "phil", "rer", "nat", "pol", "jur", "med", "theol", "hc", "dipl", "ing", "ma", "ba", "msc", "bsc"}
)
_ZUSAETZE = frozenset({"von", "van", "vom", "zu", "zum", "zur", "der", "den", "de", "del", "della", "di", "da", "dos", "el", "al", "bin", "ben", "ten", "ter", "la", "le"})  # fmt: skip
_ANREDEN = r"(?:Frauen|Frau|Herren|Herrn|Herr|Fr\.|Hr\.|Hrn\.|Kollegin|Kollegen|Kollege)"
_TITEL_IM_TEXT = r"(?:(?:Dr|Prof|Dipl|rer|phil|nat|pol|jur|med|theol|h|c)\.(?:-\w+\.?)?\s*){0,4}"
# Markdown's emphasis may stand between the words, and a line may end there.
_LUECKE = r"[\s*_]+"
_UMSCHRIFT = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_DAVOR = r"(?<![\w\u0300-\u036f-])"
# A hyphen before a letter makes it another name: „Frau Beispiel-Meier“.
_DANACH = r"(?:['’ʼ´`]?s|['’ʼ])?(?![\w\u0300-\u036f])(?!-\w)"


@dataclass(frozen=True, slots=True)
class Namensfund:
    """A name in a text.

    Attributes:
        stelle: Offset in the text, in code points.
        laenge: Code points to mark: form of address and ending included.
        name: The person's name, as it stands in the list.
    """

    stelle: int
    laenge: int
    name: str


def finde_namen(text: str, namen: Iterable[str]) -> Iterator[Namensfund]:
    """Find people in a text.

    Args:
        text: Any text; accents may be composed or not, it is not changed.
        namen: „Erika Beispiel“, „Dr. Jördis Öztürk-Groß“ or „von der Lieth, Hans“.

    Yields:
        Each place once, in the order of the text.
    """
    bis = 0
    for fund in sorted(_alle(text, tuple(namen)), key=lambda eins: (eins.stelle, -eins.laenge)):
        if fund.stelle >= bis:
            yield fund
            bis = fund.stelle + fund.laenge


def ohne_namen(text: str, namen: Iterable[str]) -> str:
    """Give a text in which :data:`ERSATZ` stands for each person."""
    teile, bis = [], 0
    for fund in finde_namen(text, namen):
        teile += [text[bis : fund.stelle], ERSATZ]
        bis = fund.stelle + fund.laenge
    return "".join([*teile, text[bis:]])


def _alle(text: str, namen: tuple[str, ...]) -> Iterator[Namensfund]:
    adressen = [(treffer.span(), _einfach(treffer[0].split("@")[0])) for treffer in _MAIL.finditer(text)]
    for name in namen:
        gesucht = _zerlegt(name)
        if gesucht is None:
            continue
        for treffer in _muster(*gesucht).finditer(text):
            if treffer["nachname"][:1].isupper() or treffer["nachname"].split()[0].lower() in _ZUSAETZE:
                yield Namensfund(treffer.start(), treffer.end() - treffer.start(), name)
        nachname = _einfach(gesucht[1]).replace(" ", "")
        for (von, bis), postfach in adressen:
            if nachname in (re.sub("[-]", "", teil) for teil in re.split(r"[._+]", postfach)):
                yield Namensfund(von, bis - von, name)


def _zerlegt(name: str) -> tuple[tuple[str, ...], str] | None:
    """Give first names and surname; None if it is not the name of one person."""
    ohne_zusatz = re.sub(r"\([^)]*\)", " ", unicodedata.normalize("NFC", name))
    links, _, rechts = ohne_zusatz.partition(",")
    worte, dahinter = _ohne_titel(links), _ohne_titel(rechts)
    if dahinter and not any(zeichen.isdigit() for zeichen in rechts):  # „Beispiel, Erika“; else a degree, a number
        vornamen, nachname = dahinter, worte
    else:
        vornamen, nachname = worte[:-1], worte[-1:]
    while vornamen and vornamen[-1].lower() in _ZUSAETZE:
        nachname.insert(0, vornamen.pop())
    gueltig = nachname and any(zeichen.isalpha() for zeichen in nachname[-1])
    return (tuple(vornamen), " ".join(nachname)) if gueltig else None


def _ohne_titel(text: str) -> list[str]:
    return [wort for wort in text.split() if not _ist_titel(wort)]


def _ist_titel(wort: str) -> bool:
    """Whether a word is a title, a degree or an initial: „Dr.“, „Dipl.-Soz.“, „M.“, and „N.N.“, which is nobody."""
    worte = [teil for teil in re.split(r"[.\-]", wort.lower()) if teil]
    return bool(worte) and (worte[0] in _TITEL or re.fullmatch(r"(?:\w\.)+", wort) is not None)


@lru_cache(maxsize=256)
def _muster(vornamen: tuple[str, ...], nachname: str) -> re.Pattern[str]:
    """Make the pattern of a person; its group ``nachname`` holds the surname as the text writes it."""
    hinten = f"(?P<nachname>{_wie_geschrieben(nachname)})"
    vorname = ""
    if vornamen:
        alle = _LUECKE.join(_wie_geschrieben(eins) for eins in vornamen)
        kurz = rf"{re.escape(vornamen[0][0])}\."
        vorname = rf"(?:{alle}|{_wie_geschrieben(vornamen[0])}|{kurz})(?:{_LUECKE}[^\W\d_]\.)*[\s*_]*(?<=[\s*_.])"
    anrede = rf"{_ANREDEN}{_LUECKE}{_TITEL_IM_TEXT}"
    vorn = rf"(?:{anrede}(?:{vorname})?|{vorname})" if vorname else anrede
    return re.compile(f"{_DAVOR}{vorn}{hinten}{_DANACH}", re.IGNORECASE)


def _wie_geschrieben(name: str) -> str:
    """Give a pattern for a name: each letter composed or not, umlauts also spelt out, soft hyphens between."""
    return r"\u00ad?".join(_zeichen(eins) for eins in name)


def _zeichen(zeichen: str) -> str:
    if zeichen.isspace():
        return _LUECKE
    if zeichen in "-\u2010\u2011":
        return r"[-\u2010\u2011]\s?"
    formen = {zeichen, unicodedata.normalize("NFD", zeichen), _UMSCHRIFT.get(zeichen.lower(), zeichen)}
    return f"(?:{'|'.join(re.escape(form) for form in sorted(formen))})" if len(formen) > 1 else re.escape(zeichen)


def _einfach(text: str) -> str:
    """Give a text as an e-mail address writes it: lower case, no accents."""
    klein = unicodedata.normalize("NFC", text).lower()
    umschrieben = "".join(_UMSCHRIFT.get(zeichen, zeichen) for zeichen in klein)
    zerlegt = unicodedata.normalize("NFD", umschrieben)
    return "".join(zeichen for zeichen in zerlegt if not unicodedata.combining(zeichen)).replace("-", "")

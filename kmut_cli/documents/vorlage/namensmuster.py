"""What the name of a person looks like in a text: which of its words is the surname, and what may stand around it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from kmut_cli.documents.vorlage.schreibweise import LUECKE, ZEICHEN_DAZU, wortmuster

ZUSAETZE = frozenset({"von", "van", "vom", "zu", "zum", "zur", "der", "den", "de", "del", "della", "di", "da", "dos", "el", "al", "bin", "ben", "ten", "ter", "la", "le"})  # fmt: skip
"""Words that belong to the surname behind them and are written small."""

_TITEL = frozenset(
    {"dr", "prof", "phil", "rer", "nat", "pol", "jur", "med", "theol", "hc", "dipl", "ing", "ma", "ba", "msc", "bsc"}
)
_ANREDEN = r"(?:Frauen|Frau|Herren|Herrn|Herr|Fr\.|Hr\.|Hrn\.|Kollegin|Kollegen|Kollege)"
_TITEL_IM_TEXT = r"(?:(?:Dr|Prof|Dipl|rer|phil|nat|pol|jur|med|theol|h|c)\.(?:-\w+\.?)?\s*){0,4}"
_ANREDE = f"{_ANREDEN}{LUECKE}{_TITEL_IM_TEXT}"
_DAVOR = rf"(?<![\w{ZEICHEN_DAZU}-])"
# A hyphen before a letter makes it another name: „Frau Beispiel-Meier“.
_DANACH = rf"(?:['’ʼ´`]?s|ens|['’ʼ])?(?![\w{ZEICHEN_DAZU}])(?!-\w)"
_KEIN_NAME_DAHINTER = rf"(?!{LUECKE}(?-i:[A-Z]))"
_AB_DREI = 3


@dataclass(frozen=True, slots=True)
class Personenname:
    """The name of one person, without titles.

    Attributes:
        vornamen: First names.
        nachname: Surname, with what belongs to it: „von der Lieth“.
        vorn: The word that may be the surname too, since in some languages it comes first; empty if that is clear.
    """

    vornamen: tuple[str, ...]
    nachname: str
    vorn: str = ""

    @property
    def worte(self) -> tuple[str, ...]:
        """Every word of the name; those of a double name one by one."""
        return tuple(re.findall(r"\w+", " ".join([*self.vornamen, self.nachname])))


@lru_cache(maxsize=256)
def lies_namen(name: str) -> Personenname | None:
    """Give first names and surname; None if it is not the name of one person.

    Args:
        name: „Erika Beispiel“, „Dr. Jördis Öztürk-Groß“ or „von der Lieth, Hans“.
    """
    ohne_zusatz = re.sub(r"\([^)]*\)", " ", unicodedata.normalize("NFC", name))
    links, _, rechts = ohne_zusatz.partition(",")
    worte, dahinter = _ohne_titel(links), _ohne_titel(rechts)
    if dahinter and not any(zeichen.isdigit() for zeichen in rechts):  # „Beispiel, Erika“; else a degree, a number
        vornamen, nachname, vorn = dahinter, worte, ""
    else:
        vornamen, nachname = worte[:-1], worte[-1:]
        vorn = worte[0] if len(worte) >= _AB_DREI else ""
    while vornamen and vornamen[-1].lower() in ZUSAETZE:
        nachname.insert(0, vornamen.pop())
    if not (nachname and any(zeichen.isalpha() for zeichen in nachname[-1])):
        return None
    return Personenname(tuple(vornamen), " ".join(nachname), vorn if len(vornamen) > 1 else "")


@lru_cache(maxsize=256)
def textmuster(name: Personenname) -> re.Pattern[str]:
    """Make the pattern for running text; its groups ``nachname`` and ``umgekehrt`` hold the surname as written there.

    Found are first name and surname, in either order, and what stands behind a form of address. A surname alone is not.
    """
    nachname = wortmuster(name.nachname)
    moeglich = [f"{_ANREDE}(?P<nachname>{nachname})"]
    if name.vornamen:
        vorname = _vorname(name.vornamen)
        davor = rf"{vorname}(?:{LUECKE}|(?<=\.))"
        moeglich = [
            f"(?:{_ANREDE}(?:{davor})?|{davor})(?P<nachname>{nachname})",
            rf"(?:{_ANREDE})?(?P<umgekehrt>{nachname}),{LUECKE}{vorname}",
        ]
    if name.vorn:
        moeglich.append(f"{_ANREDE}{wortmuster(name.vorn)}{_KEIN_NAME_DAHINTER}")
    ganz = "|".join(moeglich)
    return re.compile(f"{_DAVOR}(?:{ganz}){_DANACH}", re.IGNORECASE)


@lru_cache(maxsize=256)
def dateimuster(name: Personenname) -> re.Pattern[str]:
    """Make the pattern for the name of a file whose separators are blanks; it knows neither capitals nor commas."""
    nachname = wortmuster(name.nachname)
    moeglich = [rf"(?:frau|herrn?)\s+{nachname}"]
    if name.vornamen:
        vorname = "|".join([wortmuster(" ".join(name.vornamen)), *map(wortmuster, name.vornamen)])
        moeglich += [rf"(?:{vorname}|{_anfang(name.vornamen)})\s+{nachname}", rf"{nachname}\s+(?:{vorname})"]
    ganz = "|".join(moeglich)
    return re.compile(rf"(?<![^\W\d])(?:{ganz})(?![^\W\d]|[{ZEICHEN_DAZU}])", re.IGNORECASE)


def _vorname(vornamen: tuple[str, ...]) -> str:
    """Give the pattern of all first names, of one of them, or of the initial, with further initials behind it."""
    ganz = [wortmuster(" ".join(vornamen)), *map(wortmuster, vornamen), rf"{_anfang(vornamen)}\."]
    return f"(?:{'|'.join(ganz)})(?:{LUECKE}[^\\W\\d_]\\.)*"


def _anfang(vornamen: tuple[str, ...]) -> str:
    return wortmuster(vornamen[0][0])


def _ohne_titel(text: str) -> list[str]:
    return [wort for wort in text.split() if not _ist_titel(wort)]


def _ist_titel(wort: str) -> bool:
    """Whether a word is a title, a degree or an initial: „Dr.“, „Dipl.-Soz.“, „M.“, and „N.N.“, which is nobody."""
    worte = [teil for teil in re.split(r"[.\-]", wort.lower()) if teil]
    return bool(worte) and (worte[0] in _TITEL or re.fullmatch(r"(?:\w\.)+", wort) is not None)

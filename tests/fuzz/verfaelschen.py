"""Text after accidents: what people, programs and wires do to a file, line by line and sign by sign."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from hypothesis import strategies as st

_WURZEL = Path(__file__).parents[2]
EINSCHUEBE = st.sampled_from(
    [" ", "  ", "\t", "-", "- ", ":", ": ", "|", ">", "{", "}", "[", "]", "#", " #", "'", '"', "~", ",", "&a ", "*a",
     "!!int ", "---\n", "...\n", "? ", "<<: *a", "%YAML 1.1\n", "@", "`", "\\", "\r", "\n", "\r\n", "\x00", "\x07",
     "\x1b[31m", "\x7f", "\x85", "\u00a0", "\u00ad", "\u200b", "\u2028", "\u202e", "\ufeff", "\ufffe", "\ue000",
     "\U0001f600", "e\u0301", "ja", "entfaellt", "antwort: ", "erlaeuterung: ", "aus: ", "2023-02-30",
     "99999999999999999999", "<<<<<<< HEAD\n", "=======\n"]
)  # fmt: skip
_TATEN = [
    *("weg", "doppelt", "woandershin", "einruecken", "ausruecken", "einschub", "einschub", "zeichen_weg", "tausch"),
    *("anfuehrung", "abschneiden", "zeilenenden", "zerschneiden"),
]


@cache
def beispiele() -> tuple[str, ...]:
    """The examples of the repository, those with mistakes included, the smaller ones first."""
    texte = (pfad.read_bytes().decode("utf-8", "replace") for pfad in sorted(_WURZEL.glob("examples/**/*.yaml")))
    return tuple(sorted(texte, key=len))


@st.composite
def verfaelscht(draw: st.DrawFn, texte: st.SearchStrategy[str]) -> bytes:
    """A text after one to five accidents, as bytes; now and then with one that is no UTF-8."""
    text = draw(texte)
    for _ in range(draw(st.integers(1, 5))):
        text = _unfall(draw, text)
    inhalt = text.encode()
    if draw(st.integers(0, 9)) == 0:
        stelle = draw(st.integers(0, len(inhalt)))
        inhalt = inhalt[:stelle] + draw(st.binary(min_size=1, max_size=3)) + inhalt[stelle:]
    if draw(st.integers(0, 19)) == 0:
        inhalt = text.encode(draw(st.sampled_from(["utf-8-sig", "utf-16", "utf-16-le", "utf-32"])))
    return inhalt


def _unfall(draw: st.DrawFn, text: str) -> str:
    zeilen = text.split("\n")
    nummer = draw(st.integers(0, len(zeilen) - 1))
    zeile = zeilen[nummer]
    stelle = draw(st.integers(0, len(zeile)))
    tat = draw(st.sampled_from(_TATEN))
    match tat:
        case "weg":
            del zeilen[nummer : nummer + draw(st.integers(1, 3))]
        case "doppelt":
            zeilen.insert(nummer, zeile)
        case "woandershin":
            zeilen.insert(draw(st.integers(0, len(zeilen))), zeilen.pop(nummer))
        case "abschneiden":
            zeilen = [*zeilen[:nummer], zeile[:stelle]]
        case "zerschneiden":
            zeilen[nummer : nummer + 1] = [zeile[:stelle], zeile[stelle:]]
        case "zeilenenden":
            ende = draw(st.sampled_from(["\r\n", "\r", "\n\n"]))
            return "\n".join(zeilen[:nummer]) + ende + ende.join(zeilen[nummer:])
        case _:
            zeilen[nummer] = _in_der_zeile(draw, tat, zeile, stelle)
    return "\n".join(zeilen)


def _in_der_zeile(draw: st.DrawFn, tat: str, zeile: str, stelle: int) -> str:
    match tat:
        case "einruecken":
            return draw(st.sampled_from([" ", "  ", "\t", "    "])) + zeile
        case "ausruecken":
            return zeile[draw(st.integers(1, 4)) :]
        case "einschub":
            return zeile[:stelle] + draw(EINSCHUEBE) + zeile[stelle:]
        case "zeichen_weg":
            return zeile[:stelle] + zeile[stelle + draw(st.integers(1, 4)) :]
        case "tausch":
            return zeile[stelle:] + zeile[:stelle]
        case _:
            return zeile.translate(str.maketrans("'\"", "\"'"))

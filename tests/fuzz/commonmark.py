"""Texts put together from the constructs of CommonMark, as deep in each other as the language allows."""

from __future__ import annotations

import textwrap

from hypothesis import strategies as st

_WORTE = st.sampled_from(
    ["Wort", "Grüße", "Żółć", "zwei Wörter", "A & B", "<b>", "<!-- x -->", "3 < 4", "{{ x }}", "{% raw %}", "]]>", "😀",
     "e\u0301", "10\u00a0%", "„so“", "&amp;", "&auml;", "&#8364;", "&unbekannt;", "&nbsp;", "\\*", "\\_", "\\#", "\\|",
     "\\\\", "C:\\Daten", "snake_case", "Ende.", "(x)", "a=b", "!", "1986", "#5", "=1+1", "https://example.org/a_b",
     "ja/nein", "~30"]
)  # fmt: skip
_SATZ = st.lists(_WORTE, min_size=1, max_size=4).map(" ".join)
_ADRESSEN = st.sampled_from(
    ["https://example.org/?a=1&b=2", "<https://example.org/mit leer>", "mailto:a@example.org", "anlagen/karte.pdf",
     "ms-word:x", "HTTP://EXAMPLE.ORG/%C3%A4", "#oben", "https://example.org/(x)"]
)  # fmt: skip
_TITEL = st.sampled_from(["", ' "Titel"', " 'mit „so“'", ' "a \\" b"'])
IM_NETZ = (
    *(
        "https://example.org/?a=1&b=2",
        "https://example.org/mit leer",
        "mailto:a@example.org",
        "https://example.org/(x)",
    ),
    *("HTTP://EXAMPLE.ORG/%C3%A4", "https://example.org"),
)
"""The addresses among them that a program could fetch a picture from."""
TITEL = ("Titel", "mit „so“", 'a " b')


def _verschachtelt(innen: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        innen.map(lambda text: f"*{text}*"),
        innen.map(lambda text: f"**{text}**"),
        innen.map(lambda text: f"~~{text}~~"),
        st.builds("[{}]({}{})".format, innen, _ADRESSEN, _TITEL),
        st.builds("![{}]({}{})".format, innen, _ADRESSEN, _TITEL),
        st.lists(innen, min_size=2, max_size=3).map(" ".join),
        st.lists(innen, min_size=2, max_size=3).map("\n".join),
        st.lists(innen, min_size=2, max_size=2).map("\\\n".join),
        st.lists(innen, min_size=2, max_size=2).map("  \n".join),
    )


_CODE = st.sampled_from(
    ["`a  *b*`", "`` ` ``", "`<b>`", "`a\\b`", "<https://example.org/ä>", "<a@example.org>", "[](https://example.org)"]
)
ZEILEN = st.recursive(_SATZ | _CODE, _verschachtelt, max_leaves=4)
"""Text within a paragraph."""
_KOPF = ZEILEN.map(lambda text: " ".join(text.split()))


def _tabelle(zellen: list[str]) -> str:
    rein = [" ".join(zelle.replace("|", "\\|").split()).replace("\\\\|", "\\|") for zelle in zellen]
    return f"| {rein[0]} | {rein[1]} |\n|---|:-:|\n| {rein[2]} | {rein[3]} |"


_BLATT = st.one_of(
    ZEILEN,
    st.builds("{} {}".format, st.sampled_from(["#", "##", "######"]), _KOPF),
    _KOPF.map(lambda text: f"{text}\n==="),
    st.sampled_from(
        ["```\ncode  \n\n\tb\n```", "~~~ yaml\na: b\n~~~", "    eingerückt\n     mehr", "***", "<div>\nx\n</div>"]
    ),
    st.lists(_SATZ, min_size=4, max_size=4).map(_tabelle),
)


def _liste(zeichen: str, punkte: list[str]) -> str:
    breite = " " * (len(zeichen) + 1)
    return "\n".join(f"{zeichen} {textwrap.indent(punkt, breite).lstrip(' ')}" for punkt in punkte)


def _behaelter(innen: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        innen.map(lambda text: textwrap.indent(text, "> ", lambda _zeile: True)),
        st.builds(
            _liste, st.sampled_from(["-", "*", "+", "1.", "7)", "0.", "999."]), st.lists(innen, min_size=1, max_size=3)
        ),
        st.lists(innen, min_size=2, max_size=3).map("\n\n".join),
        st.lists(innen, min_size=2, max_size=2).map("\n".join),
    )


TEXTE = st.recursive(_BLATT, _behaelter, max_leaves=6)
"""Whole answers."""

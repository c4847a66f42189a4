"""Plain data as YAML in every notation that people and programs use: blocks, braces, quotes, bare words."""

from __future__ import annotations

import re
from random import Random
from typing import Any

from kmut_cli.source.emit import Plain, Style, scalar
from kmut_cli.source.reader import Source

# What has to be escaped in double quotes: quotes and backslash, control characters, and line ends of other alphabets.
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\x85": "\\N", "\u2028": "\\L", "\u2029": "\\P"}
_EINZELN = re.compile("[^\n\t\x85\u2028\u2029]*")
# Lines that mean the same below „|“; what only holds blanks, or begins with them, depends on the lines around it.
_ALS_BLOCK = re.compile("[^ \t\n\x85\u2028\u2029][^\t\x85\u2028\u2029]*")


class Schreiber:
    """Writes data; a number decides which notation each value gets."""

    def __init__(self, saat: int) -> None:
        self.zufall = Random(saat)
        self.nur_text = self.zufall.random() < 0.2
        self.schritt = self.zufall.choice([2, 2, 4, 1])
        self.kommentare = self.zufall.random() < 0.3

    def dokument(self, daten: dict[str, Any]) -> str:
        """Write a whole document."""
        if not daten or self.zufall.random() < 0.1:
            return self._in_klammern(daten) + "\n"
        ende = self.zufall.choice(["\n", "\n", "\n", "\r\n", "\r"])
        kopf = self.zufall.choice(["", "", "---\n", "# Kopf\n\n"])
        return (kopf + "\n".join(self._zeilen(daten, 0)) + "\n").replace("\n", ende)

    def _zeilen(self, daten: Any, spalte: int) -> list[str]:
        zeilen: list[str] = []
        paare = daten.items() if isinstance(daten, dict) else ((None, eins) for eins in daten)
        for name, wert in paare:
            anfang = " " * spalte + ("-" if name is None else self._zeile(name, schluessel=True) + ":")
            zeilen += self._eintrag(anfang, wert, spalte)
            if self.kommentare and self.zufall.random() < 0.2:
                zeilen.append(" " * spalte + "# Notiz: nicht wichtig")
        return zeilen

    def _eintrag(self, anfang: str, wert: Any, spalte: int) -> list[str]:
        innen = spalte + max(self.schritt, 2 if anfang.endswith("-") else 1)
        if isinstance(wert, dict | list) and wert and self.zufall.random() < 0.75:
            zeilen = self._zeilen(wert, innen)
            if anfang.endswith("-") and self.zufall.random() < 0.8:
                return [f"{anfang} {' ' * (innen - spalte - 2)}{zeilen[0].lstrip(' ')}", *zeilen[1:]]
            return [anfang, *zeilen]
        if isinstance(wert, str) and self.zufall.random() < 0.5 and _ALS_BLOCK.fullmatch(wert) and not self.nur_text:
            return self._block(anfang, wert, innen)
        text = self._in_klammern(wert) if isinstance(wert, dict | list) else self._zeile(wert)
        return [f"{anfang} {text}".rstrip(" ") if text else anfang]

    def _block(self, anfang: str, text: str, spalte: int) -> list[str]:
        ohne = text.rstrip("\n")
        enden = len(text) - len(ohne)
        zeichen = "-" if enden == 0 else "" if enden == 1 else "+"
        zeilen = [" " * spalte + zeile if zeile else "" for zeile in ohne.split("\n")]
        return [f"{anfang} |{zeichen}", *zeilen, *[""] * (enden - 1)]

    def _in_klammern(self, wert: Any) -> str:
        if isinstance(wert, dict):
            namen = [self._zeile(name, schluessel=True, flow=True) for name in wert]
            werte = map(self._in_klammern, wert.values())
            return "{" + ", ".join(f"{name}: {eins}" for name, eins in zip(namen, werte, strict=True)) + "}"
        if isinstance(wert, list):
            return "[" + ", ".join(self._in_klammern(eins) for eins in wert) + "]"
        return self._zeile(wert, flow=True) or "null"

    def _zeile(self, wert: str | None, *, schluessel: bool = False, flow: bool = False) -> str:
        if wert is None:
            return self.zufall.choice(["", "~", "null"])
        wege = ["doppelt"]
        if not self.nur_text and _EINZELN.fullmatch(wert):
            wege.append("einzeln")
        if (not self.nur_text or schluessel) and scalar(Plain(wert), Style(), flow=flow) == wert != "<<":
            wege += ["nackt"] * 4
        match self.zufall.choice(wege):
            case "nackt":
                return wert
            case "einzeln":
                return "'" + wert.replace("'", "''") + "'"
            case _:
                return '"' + "".join(_ESCAPES.get(zeichen, zeichen) for zeichen in wert) + '"'


def geschrieben(daten: dict[str, Any], saat: int) -> bytes:
    """Write data in the notation that a number stands for."""
    return Schreiber(saat).dokument(daten).encode()


# --- What an editor sees --------------------------------------------------------------------------------------------

_KERN: tuple[tuple[re.Pattern[str], Any], ...] = (
    (re.compile("true|True|TRUE"), lambda text: True),
    (re.compile("false|False|FALSE"), lambda text: False),
    (re.compile("[-+]?[0-9]+"), int),
    (re.compile("0o[0-7]+"), lambda text: int(text, 8)),
    (re.compile("0x[0-9a-fA-F]+"), lambda text: int(text, 16)),
    (re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"), float),
)
"""The core schema of YAML 1.2, section 10.3.2: how a program that knows no types of ours reads a bare word."""


def wie_ein_editor(source: Source, loc: tuple[str | int, ...] = (), daten: Any = ...) -> Any:
    """The data as editors type them: a bare 2024 is a number there, a bare true no text."""
    hier = source.data if daten is ... else daten
    if isinstance(hier, dict):
        return {name: wie_ein_editor(source, (*loc, name), wert) for name, wert in hier.items()}
    if isinstance(hier, list):
        return [wie_ein_editor(source, (*loc, nummer), wert) for nummer, wert in enumerate(hier)]
    if not isinstance(hier, str) or not source.is_plain(loc):
        return hier
    return next((lies(hier) for muster, lies in _KERN if muster.fullmatch(hier)), hier)

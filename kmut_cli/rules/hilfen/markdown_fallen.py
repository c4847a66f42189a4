"""Finds the lines of a text that Markdown reads as lists, code, quotes or headings though they hardly are meant so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from kmut_cli.documents.markdown import gelesen
from kmut_cli.documents.meldungen import kurz
from kmut_cli.rules.hilfen.fundstelle import Fundstelle

_MONATE = "Januar|Jänner|Februar|Feber|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
_KURZE_MONATE = r"(?:Jan|Feb|Mrz|Apr|Jun|Jul|Aug|Sept?|Okt|Nov|Dez)(?:\.|(?=\s+\d))"  # „Jan“ is a name, too
_MONATSZAHL = r"(?:0?[1-9]|1[0-2])\.\s?(?:\d{4}|\d{2})?(?!\w|\.\d)"
_DATUM = re.compile(rf"(?i)(?:{_MONATE})(?!\w)|{_KURZE_MONATE}|{_MONATSZAHL}")
_ZEITRAUM = re.compile(r"(?i)(?:Quartal|Halbjahr|Jahreshälfte|Trimester|Schulhalbjahr|Advent)(?!\w)")
_EINHEIT = r"%|€|(?:Prozent|Euro|Jahre|Monate|Wochen|Tage|Stunden|Std|Personen|Einwohner|Fälle|Kinder)(?!\w)"
_MENGE = re.compile(rf">\s?\d[\d.,]*\s*(?:{_EINHEIT})")
_ZEILENENDE = re.compile(r"\r\n?|\n")


def fallen(text: str) -> list[Fundstelle]:
    """Find all traps of a text, in order."""
    return sorted(_Suche(text).laufe(), key=lambda falle: falle.stelle)


@dataclass(frozen=True, slots=True)
class _Punkt:
    """An item of a numbered list: number as typed, line, offset of the number, text behind it."""

    zahl: str
    zeile: int
    stelle: int
    inhalt: str


@dataclass
class _Suche:
    text: str
    belegt: set[int] = field(default_factory=set)  # lines about which something was said
    gezaehlt: dict[int, int] = field(default_factory=dict)  # last number of the list before, by depth

    def __post_init__(self) -> None:
        self.tokens = gelesen(self.text) or []
        enden = list(_ZEILENENDE.finditer(self.text))
        self.anfaenge = [0, *(ende.end() for ende in enden)]
        self.enden = [*(ende.start() for ende in enden), len(self.text)]

    def laufe(self) -> Iterator[Fundstelle]:
        for nummer, token in enumerate(self.tokens):
            match token.type:
                case "ordered_list_open" if token.markup == ".":
                    yield from self._liste(nummer, token)
                case "bullet_list_open" if token.markup == "+":
                    yield from self._plus(token)
                case "blockquote_open":
                    yield from self._zitat(token)
                case "code_block":
                    yield from self._code(token)
                case "heading_open" if token.markup in ("-", "="):
                    yield from self._unterstrichen(token, self.tokens[nummer + 1].content)

    def _zeile(self, nummer: int) -> str:
        return self.text[self.anfaenge[nummer] : self.enden[nummer]]

    def _liste(self, nummer: int, liste: Token) -> Iterator[Fundstelle]:
        punkte = self._punkte(nummer, liste)
        if not punkte:
            return
        erste, vorige = int(punkte[0].zahl), self.gezaehlt.get(liste.level)
        self.gezaehlt[liste.level] = erste + len(punkte) - 1
        if all(_DATUM.match(punkt.inhalt) for punkt in punkte):
            yield from (self._kein_punkt(punkt) for punkt in punkte if punkt.zeile not in self.belegt)
        elif len(punkte) > 1:
            yield from self._verzaehlt(punkte)
        elif punkte[0].zeile not in self.belegt and self._einsam(nummer, punkte[0], erste, vorige):
            yield self._kein_punkt(punkte[0])

    def _punkte(self, nummer: int, liste: Token) -> list[_Punkt]:
        punkte = []
        for stelle in range(nummer + 1, len(self.tokens)):  # a slice would pass all tokens before it, list by list
            token = self.tokens[stelle]
            if token.type == "ordered_list_close" and token.level == liste.level:
                break
            if token.type == "list_item_open" and token.level == liste.level + 1 and token.map:
                zeile = token.map[0]
                treffer = re.search(rf"(?<!\d){token.info}\.(?:[ \t]+(.*))?$", self._zeile(zeile))
                if treffer:
                    punkte.append(_Punkt(token.info, zeile, self.anfaenge[zeile] + treffer.start(), treffer[1] or ""))
        return punkte

    def _einsam(self, nummer: int, punkt: _Punkt, erste: int, vorige: int | None) -> bool:
        """Whether a list of one item is hardly meant as a list."""
        if erste != 1:
            return vorige is None or erste != vorige + 1
        return bool(_ZEITRAUM.match(punkt.inhalt)) or self._mitten_im_absatz(nummer)

    def _mitten_im_absatz(self, nummer: int) -> bool:
        """Whether the list cuts a paragraph that had not ended: no blank line before it, no colon."""
        davor: Sequence[Token] = self.tokens[max(nummer - 3, 0) : nummer]
        if [token.type for token in davor] != ["paragraph_open", "inline", "paragraph_close"]:
            return False
        absatz, liste = davor[0].map, self.tokens[nummer].map
        direkt = absatz is not None and liste is not None and absatz[1] == liste[0]
        return direkt and davor[0].level == self.tokens[nummer].level and not davor[1].content.rstrip().endswith(":")

    def _kein_punkt(self, punkt: _Punkt) -> Fundstelle:
        self.belegt.add(punkt.zeile)
        wort = f"{punkt.inhalt} ".split()[0].rstrip(":,;") if punkt.inhalt else ""
        rat = "Beginnen Sie die Zeile mit einem Wort"
        if _DATUM.match(punkt.inhalt):
            rat += f", z. B. „Am {punkt.zahl}. {wort}“"
        return Fundstelle(
            punkt.stelle,
            len(punkt.zahl) + 1,
            f"„{kurz(f'{punkt.zahl}. {punkt.inhalt}')}“ am Anfang der Zeile wird zum nummerierten Punkt einer Liste.",
            f"{rat}, oder schreiben Sie „{punkt.zahl}\\. {wort}“.",
        )

    def _verzaehlt(self, punkte: list[_Punkt]) -> Iterator[Fundstelle]:
        if len({punkt.zahl for punkt in punkte}) == 1:
            return  # „1. 1. 1.“ asks Markdown to count.
        for gezaehlt, punkt in enumerate(punkte, int(punkte[0].zahl)):
            if int(punkt.zahl) != gezaehlt:
                text = f"Listen werden fortlaufend gezählt: Aus „{punkt.zahl}.“ wird „{gezaehlt}.“."
                hilfe = f"Soll die Zahl bleiben, schreiben Sie „{punkt.zahl}\\.“ mit Rückstrich vor dem Punkt."
                yield Fundstelle(punkt.stelle, len(punkt.zahl) + 1, text, hilfe)
                return

    def _plus(self, liste: Token) -> Iterator[Fundstelle]:
        zeile = liste.map[0] if liste.map else 0
        if treffer := re.search(r"\+[ \t]+\d\S*", self._zeile(zeile)):
            text = f"Das Pluszeichen in „{kurz(treffer[0])}“ wird zum Aufzählungspunkt."
            hilfe = f"Schreiben Sie „\\{kurz(treffer[0])}“, oder beginnen Sie die Zeile mit einem Wort."
            yield Fundstelle(self.anfaenge[zeile] + treffer.start(), 1, text, hilfe)

    def _zitat(self, block: Token) -> Iterator[Fundstelle]:
        zeile = block.map[0] if block.map else 0
        if treffer := _MENGE.search(self._zeile(zeile)):
            text = f"Das Zeichen „>“ in „{kurz(treffer[0])}“ geht verloren: Die Zeile wird zum Zitat."
            hilfe = f"Schreiben Sie „über {treffer[0].lstrip('> ')}“ oder „\\{treffer[0]}“."
            yield Fundstelle(self.anfaenge[zeile] + treffer.start(), 1, text, hilfe)

    def _code(self, block: Token) -> Iterator[Fundstelle]:
        erste, ende = block.map or (0, 1)
        zeile = next(nummer for nummer in range(erste, ende) if self._zeile(nummer).strip())
        inhalt = block.content.strip().splitlines()[0].strip()
        stelle = self.anfaenge[zeile] + max(self._zeile(zeile).find(inhalt), 0)
        text = f"Die Einrückung macht „{kurz(inhalt)}“ zu Programmcode."
        yield Fundstelle(stelle, len(inhalt), text, "Rücken Sie die Zeile nur so weit ein wie den Text davor.")

    def _unterstrichen(self, kopf: Token, inhalt: str) -> Iterator[Fundstelle]:
        zeile = (kopf.map[1] if kopf.map else 1) - 1
        striche = self._zeile(zeile).strip(" \t>")
        satz = "\n" in inhalt or inhalt.rstrip().endswith((".", ":", ";", ",", "!", "?")) or len(inhalt) > 80
        if satz or len(striche) < 3:
            text = f"Die Zeile „{kurz(striche)}“ macht den Absatz darüber zur Überschrift."
            stelle = self.anfaenge[zeile] + self._zeile(zeile).find(striche)
            hilfe = "Lassen Sie vor dieser Zeile eine Zeile frei, oder löschen Sie sie."
            yield Fundstelle(stelle, len(striche), text, hilfe)

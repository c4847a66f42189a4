"""A paper for a committee as such papers look: the head, the deliberation, then the facts as one text with headings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import TYPE_CHECKING, Any

from kmut_cli.documents.bezug import Bezug
from kmut_cli.documents.kurztext import kurztext
from kmut_cli.documents.vorlage.auszug import kommt_noch
from kmut_cli.documents.zustand import ist_leer
from kmut_cli.render import presentation as p

if TYPE_CHECKING:
    from kmut_cli.documents.sitzungsvorlage_2026 import Sitzungsvorlage, Termin
    from kmut_cli.documents.umfeld import Umfeld

IM_SACHVERHALT = ("aufgaben", "netzwerk", "termine", "stand_handlungskonzept")
"""What stands below the facts, each part under the heading of its section, in the order of the outline."""
_IM_KOPF = ("drucksache", "art", "oeffentlich", "datum", "federfuehrend")
_BREITEN = {"Termin": 4, "Beratungsfolge": 11, "Zuständigkeit": 6, "Tagesordnungspunkt": 7}


def angaben(dokument: Sitzungsvorlage, umfeld: Umfeld) -> dict[str, str]:
    """Give what the template prints in the head of the paper; what is not known yet is empty."""
    punkte = [eine.tagesordnungspunkt for eine in dokument.beratungsfolge or [] if eine.tagesordnungspunkt]
    texte = {
        "behoerde": dokument.behoerde,
        "vorlagenart": dokument.art.titel if dokument.art else "",
        "federfuehrend": dokument.federfuehrend,
        "tagesordnungspunkt": punkte[0] if len(dokument.beratungsfolge or []) == 1 and punkte else "",
        "drucksache": dokument.drucksache,
        "status": "öffentlich" if dokument.ist_oeffentlich else "nichtöffentlich",
        "datum": kurztext(dokument.datum) if dokument.datum else "",
    }
    return {name: " ".join((text or "").split()) for name, text in texte.items()}


def gestalte(dokument: Sitzungsvorlage, kapitel: tuple[p.Kapitel, ...], umfeld: Umfeld) -> tuple[p.Kapitel, ...]:
    """Give the chapters below the head.

    Args:
        dokument: The paper.
        kapitel: One section for each question, of which only the marks of what is left to do are taken over.
        umfeld: Not needed.
    """
    abschnitte = {eins.fragen[0].pfad: eins for eine in kapitel for eins in eine.abschnitte}
    offen = {pfad: _offen(eins) for pfad, eins in abschnitte.items()}
    folge = [
        *(block for name in _IM_KOPF for block in _benannt(abschnitte[name], offen[name])),
        *_beratungsfolge(dokument),
        *_benannt(abschnitte["beratungsfolge"], offen["beratungsfolge"]),
    ]
    teile = (_teil(abschnitte[name], _inhalt(dokument, name), offen[name]) for name in IM_SACHVERHALT)
    unterschrift = [*_unterschrift(dokument), *_benannt(abschnitte["unterschrift"], offen["unterschrift"])]
    alle = (
        ("", "beratungsfolge", folge),
        ("bezeichnung", "bezeichnung", [*_text(dokument.bezeichnung), *offen["bezeichnung"]]),
        ("sachverhalt", "sachverhalt", [*_text(dokument.sachverhalt), *offen["sachverhalt"], *chain(*teile)]),
        (
            "beschlussvorschlag",
            "beschlussvorschlag",
            [*_text(dokument.beschlussvorschlag), *offen["beschlussvorschlag"]],
        ),
        ("", "unterschrift", unterschrift),
        ("anlagen", "anlagen", [*_anlagen(dokument), *offen["anlagen"]]),
    )
    return tuple(
        _kapitel(abschnitte[titel].titel if titel else "", pfad, tuple(bloecke))
        for titel, pfad, bloecke in alle
        if bloecke
    )


def _kapitel(titel: str, pfad: str, bloecke: tuple[p.Block, ...]) -> p.Kapitel:
    ist_offen = any(isinstance(block, p.Offen) for block in bloecke)
    return p.Kapitel("", titel, (p.Abschnitt("", "", "", (p.Frage(pfad, "", "", ist_offen, bloecke),)),))


def _offen(abschnitt: p.Abschnitt) -> list[p.Block]:
    return [block for frage in abschnitt.fragen for block in frage.bloecke if isinstance(block, p.Offen)]


def _benannt(abschnitt: p.Abschnitt, offen: list[p.Block]) -> Iterator[p.Block]:
    """Give what is left to do with its name, where no heading above says what it is about."""
    for block in offen:
        if isinstance(block, p.Offen):
            yield p.Offen(f"{abschnitt.titel}: {block.hinweis}", block.marke)


def _teil(abschnitt: p.Abschnitt, inhalt: list[p.Block], offen: list[p.Block]) -> list[p.Block]:
    return [p.Zwischentitel(abschnitt.titel), *inhalt, *offen] if inhalt or offen else []


def _inhalt(dokument: Sitzungsvorlage, name: str) -> list[p.Block]:
    wert = getattr(dokument, name)
    if isinstance(wert, Bezug) or ist_leer(wert):
        return []
    grund = getattr(wert, "entfaellt", None)
    if grund is not None:
        return [p.Entfallen(grund)]
    if isinstance(wert, str):
        return _text(wert)
    return list(_termine(dokument, wert)) if name == "termine" else [p.Absatz(_liste(wert))]


def _text(text: str | None) -> list[p.Block]:
    return [p.Absatz(text)] if text and text.strip() else []


def _liste(texte: list[str]) -> str:
    return "\n".join("- " + text.strip().replace("\n", "\n  ") for text in texte if text.strip())


def _termine(dokument: Sitzungsvorlage, termine: list[Termin]) -> Iterator[p.Block]:
    """Give what has been, then what is to come; without a day of the paper nobody can tell which is which."""
    termine = sorted(termine, key=_folge)
    stichtag = dokument.stichtag
    if stichtag is None:
        yield _tabelle(termine)
        return
    geplant = [eins for eins in termine if eins.datum is not None and kommt_noch(eins.datum, stichtag)]
    vorbei = [eins for eins in termine if eins not in geplant]
    for satz, teil in (("Wahrgenommen wurden:", vorbei), ("Geplant sind:", geplant)):
        if teil:
            yield p.Absatz(satz)
            yield _tabelle(teil)


def _folge(termin: Termin) -> tuple[Any, ...]:
    return (0, *termin.datum.folge) if termin.datum else (1,)


def _tabelle(termine: list[Termin]) -> p.Tabelle:
    zeilen = ((kurztext(eins.datum) if eins.datum else "", eins.ort or "", eins.titel or "") for eins in termine)
    return p.Tabelle(("Datum", "Ort", "Termin"), tuple(zeilen), (2, 3, 7))


def _beratungsfolge(dokument: Sitzungsvorlage) -> list[p.Block]:
    """Give the stations as a table; columns that no station fills are left out."""
    stationen = [eine for eine in dokument.beratungsfolge or [] if not ist_leer(eine)]
    spalten: Mapping[str, list[str]] = {
        "Termin": [kurztext(eine.datum) if eine.datum else "" for eine in stationen],
        "Beratungsfolge": [eine.gremium or "" for eine in stationen],
        "Zuständigkeit": [eine.zustaendigkeit.titel if eine.zustaendigkeit else "" for eine in stationen],
        "Tagesordnungspunkt": [eine.tagesordnungspunkt or "" for eine in stationen] if len(stationen) > 1 else [],
    }
    gefuellt = {kopf: zellen for kopf, zellen in spalten.items() if kopf in ("Termin", "Beratungsfolge") or any(zellen)}
    if not stationen:
        return []
    zeilen = tuple(zip(*gefuellt.values(), strict=True))
    return [p.Tabelle(tuple(gefuellt), zeilen, tuple(_BREITEN[kopf] for kopf in gefuellt))]


def _unterschrift(dokument: Sitzungsvorlage) -> list[p.Block]:
    wer = dokument.unterschrift
    name = " ".join((wer.name or "").split()) if wer else ""
    zusatz = " ".join((wer.zusatz or "").split()) if wer else ""
    zeilen = [*filter(None, [zusatz, f"({name})" if name else ""])]
    # One paragraph, so that no page ends within it.
    return [p.Absatz("\\\n".join(zeilen))] if zeilen else []


def _anlagen(dokument: Sitzungsvorlage) -> list[p.Block]:
    namen = [eine.bezeichnung or eine.datei or "" for eine in dokument.anlagen or []]
    texte = [name for name in namen if name.strip()]
    punkte = (f"{nummer}. " + text.strip().replace("\n", " ") for nummer, text in enumerate(texte, 1))
    return [p.Absatz("\n".join(punkte))] if texte else []

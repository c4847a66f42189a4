"""Answers that are made of parts: which form a value has, its parts one after the other, or one of them chosen."""

from __future__ import annotations

from collections.abc import Callable

from kmut_cli.cli.ausfuellen import eingaben, texte
from kmut_cli.cli.ausfuellen.kaestchen import waehle
from kmut_cli.cli.ausfuellen.kontext import Kontext, Zurueck, beschriftung
from kmut_cli.cli.ausfuellen.listen import frage_liste
from kmut_cli.cli.ausfuellen.terminal import ENTER, ESC, FETT
from kmut_cli.documents.antwortdaten import ist_geschuldet
from kmut_cli.documents.antworttext import kurz_gesagt
from kmut_cli.documents.eingabefeld import Feld
from kmut_cli.findings.display import visible
from kmut_cli.findings.finding import Loc

_EINZELN: dict[str, Callable[..., None]] = {
    "yes_no": eingaben.ja_nein,
    "date": texte.einzeilig,
    "number": texte.einzeilig,
    "period": texte.einzeilig,
    "time": texte.einzeilig,
    "choice": eingaben.auswahl,
    "choices": eingaben.ankreuzen,
}
_VIELE = 5
"""So many parts are too many to pass them all by in order to change one."""
_ALLE, _FERTIG = "=alle", "=fertig"


def gib_ein(k: Kontext, feld: Feld, ort: Loc, *, teil: bool = False) -> None:
    """Ask for a value in the form that fits it.

    Args:
        k: The question.
        feld: What is asked for.
        ort: Its place.
        teil: Whether it is a part of an answer; then it may be passed over, and its label is shown.

    Raises:
        Zurueck: The person left the form.
    """
    if feld.art in _EINZELN:
        _EINZELN[feld.art](k, feld, ort, teil=teil)
    elif feld.art == "group":
        _gruppe(k, feld, ort, teil=teil)
    elif feld.art in ("list", "texts", "dates", "text_or_list"):
        liste(k, feld, ort, teil=teil)
    elif teil or feld.knapp:
        texte.einzeilig(k, feld, ort, teil=teil)
    else:
        texte.langtext(k, feld, ort)


def liste(k: Kontext, feld: Feld, ort: Loc, *, teil: bool = False) -> None:
    """Let a list be written row by row; see :func:`kmut_cli.cli.ausfuellen.listen.frage_liste`."""
    frage_liste(k, feld, ort, _eintrag, teil=teil)


def _gruppe(k: Kontext, feld: Feld, ort: Loc, *, teil: bool) -> None:
    """Ask for the parts; a group that is itself a part and nobody owes may be passed over as a whole."""
    if not teil:
        _eintrag(k, feld, ort, 1)
        return
    jetzt = kurz_gesagt(feld, k.an(ort))
    k.terminal.sage(f"{beschriftung(feld, '')}{'' if feld.pflicht else ' – freiwillig'}", FETT)
    if jetzt:
        k.terminal.sage(f"Jetzt: {jetzt}")
    if not feld.pflicht or jetzt:
        ohne = "so lassen" if jetzt else "überspringen"
        taste = k.terminal.taste({"a": "ändern" if jetzt else "angeben", ENTER: ohne, ESC: "zurück"})
        if taste == ESC:
            raise Zurueck
        if taste == ENTER:
            return
    _der_reihe_nach(k, feld, ort, 1)


def _eintrag(k: Kontext, feld: Feld, ort: Loc, nummer: int) -> None:
    """Ask for the parts of a new entry one after the other, of one that has many already for those to be changed."""
    innen = feld.teile_im_eintrag(nummer)
    listen = any(teil.art == "list" and any(eins.teile for eins in teil.teile) for teil in innen)
    hier = k.an(ort)
    begonnen = isinstance(hier, dict) and any(hier.values())
    if begonnen and (len(innen) >= _VIELE or listen):
        _nach_wahl(k, feld, ort, nummer)
    else:
        _der_reihe_nach(k, feld, ort, nummer)


def _der_reihe_nach(k: Kontext, feld: Feld, ort: Loc, nummer: int) -> None:
    """Ask for each part in turn; not for one that another part says is not owed."""
    for teil in feld.teile_im_eintrag(nummer):
        if _gilt(k, teil, ort):
            gib_ein(k, teil, (*ort, teil.name), teil=True)


def _gilt(k: Kontext, teil: Feld, ort: Loc) -> bool:
    return ist_geschuldet(k.an(ort), teil.wenn) or bool(k.an((*ort, teil.name)))


def _nach_wahl(k: Kontext, feld: Feld, ort: Loc, nummer: int) -> None:
    """Show the parts with what stands there, and ask for those that are chosen, until that is enough."""
    zuletzt: str | None = None
    while True:
        teile = {teil.name: teil for teil in feld.teile_im_eintrag(nummer) if _gilt(k, teil, ort)}
        zeilen = [(name, _zeile(k, teil, ort)) for name, teil in teile.items()]
        mehr = [(_ALLE, "alle der Reihe nach"), (_FERTIG, "fertig")]
        gewaehlt = waehle(k.terminal, [*zeilen, *mehr], zuletzt or _vorschlag(k, teile, ort))
        if gewaehlt in (None, _FERTIG):
            return
        zuletzt = gewaehlt
        try:
            if gewaehlt == _ALLE:
                _der_reihe_nach(k, feld, ort, nummer)
                return
            gib_ein(k, teile[str(gewaehlt)], (*ort, str(gewaehlt)), teil=True)
        except Zurueck:
            pass


def _zeile(k: Kontext, teil: Feld, ort: Loc) -> str:
    jetzt = kurz_gesagt(teil, k.an((*ort, teil.name)))
    platz = k.terminal.breite - 6
    fehlt = " (fehlt)" if teil.pflicht else ""
    text = f"{_gekuerzt(teil.beschriftung, platz // 2)}: {jetzt}" if jetzt else f"{teil.beschriftung}{fehlt}"
    return visible(_gekuerzt(text, platz))


def _gekuerzt(text: str, platz: int) -> str:
    text = " ".join(text.split())
    return text if len(text) <= platz else f"{text[: platz - 1].rstrip()}…"


def _vorschlag(k: Kontext, teile: dict[str, Feld], ort: Loc) -> str | None:
    """Give the part that is most likely meant: one that is missing, else the list that holds all the rest."""
    fehlend = (name for name, teil in teile.items() if teil.pflicht and not k.an((*ort, name)))
    listen = (name for name, teil in teile.items() if teil.art == "list")
    return next((name for name in (*fehlend, *listen)), None)

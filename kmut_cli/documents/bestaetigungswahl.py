"""Which unconfirmed answers someone means: by number of a section, by key, or by path."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from kmut_cli.documents.gliederung import FrageImText, Pfad, gliederung
from kmut_cli.documents.laden import Geladen
from kmut_cli.documents.vorschlag import meinten_sie
from kmut_cli.documents.zustand import Fragenstand, stand
from kmut_cli.findings.finding import dotted

_NUMMER = re.compile(r"[0-9]+(\.[0-9]+)*\.?")


class WahlError(Exception):
    """A selection that cannot be followed; the message is German and says what to do."""


def unbestaetigte(geladen: Geladen) -> tuple[Fragenstand, ...]:
    """Give the questions whose answer was carried over and not confirmed, in official order."""
    return tuple(eine for eine in stand(geladen) if eine.unbestaetigt)


def gewaehlte(geladen: Geladen, worte: Sequence[str]) -> list[Pfad]:
    """Give the unconfirmed answers that are meant.

    Args:
        geladen: The document.
        worte: Numbers of sections or chapters („2.2“), keys of questions („ziele“), paths or ends of paths
            („handlungskonzept.ziele“), keys of whole sections („handlungskonzept“).

    Returns:
        Paths of questions, each once, in the order of the words.

    Raises:
        WahlError: A word means nothing, nothing unconfirmed, or several questions.
    """
    if geladen.dokument is None:
        return []
    fragen = gliederung(type(geladen.dokument)).fragen
    offen = [eine.frage.pfad for eine in unbestaetigte(geladen)]
    return list(dict.fromkeys(pfad for wort in worte for pfad in _gemeint(wort, fragen, offen)))


def _gemeint(wort: str, fragen: Sequence[FrageImText], offen: Sequence[Pfad]) -> list[Pfad]:
    if _NUMMER.fullmatch(wort):
        nummer = wort.rstrip(".")
        return _noch_offen(wort, fragen, offen, lambda eine: f"{eine.abschnittsnummer}.".startswith(f"{nummer}."))
    teile = tuple(wort.split("."))
    if any(frage.pfad[-len(teile) :] == teile for frage in fragen):
        gefunden = _noch_offen(wort, fragen, offen, lambda eine: eine.pfad[-len(teile) :] == teile)
        if len(gefunden) > 1:
            namen = ", ".join(dotted(pfad) for pfad in gefunden)
            raise WahlError(f"„{wort}“ passt auf mehrere Fragen: {namen}. Schreiben Sie eine davon ganz.")
        return gefunden
    return _noch_offen(wort, fragen, offen, lambda eine: _enthaelt(eine.pfad, teile))


def _noch_offen(
    wort: str, fragen: Sequence[FrageImText], offen: Sequence[Pfad], passt: Callable[[FrageImText], bool]
) -> list[Pfad]:
    alle = [frage.pfad for frage in fragen if passt(frage)]
    if not alle:
        raise WahlError(
            f"„{wort}“ ist weder Nummer noch Schlüssel einer Frage dieses Dokuments. {_hilfe(wort, fragen)}"
        )
    gefunden = [pfad for pfad in alle if pfad in offen]
    if not gefunden:
        raise WahlError(f"Zu „{wort}“ ist nichts zu bestätigen.")
    return gefunden


def _enthaelt(pfad: Pfad, teile: Pfad) -> bool:
    return any(pfad[stelle : stelle + len(teile)] == teile for stelle in range(len(pfad)))


def _hilfe(wort: str, fragen: Sequence[FrageImText]) -> str:
    if _NUMMER.fullmatch(wort):
        nummern = list(dict.fromkeys(frage.abschnittsnummer for frage in fragen))
        return f"Die Abschnitte gehen von {nummern[0]} bis {nummern[-1]}."
    namen = {name for frage in fragen for name in frage.pfad}
    nah = meinten_sie(wort.rpartition(".")[2], namen)
    return f"Meinten Sie „{nah}“?" if nah else "Ohne Auswahl nennt kmut confirm, was zu bestätigen ist."

"""Answers as plain data: what stands around a value in the file, how it is read off, and how it is written.

The keys are those of the types; nobody else spells them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kmut_cli.documents.antworten import JA, NEIN, Entfaellt, Erlaeutert, Sonstiges
from kmut_cli.documents.bezug import AusZeitraum
from kmut_cli.documents.frage import Bedingung
from kmut_cli.findings.finding import Loc
from kmut_cli.source.edit import Flow, Plain

(ENTFAELLT,) = Entfaellt.model_fields
ANTWORT, ERLAEUTERUNG = Erlaeutert.model_fields
(EIGENER,) = Sonstiges.model_fields
_AUS, _ARTEN, _WEITERE, _VON, _BIS = AusZeitraum.model_fields
BESCHRIFTUNG = {
    ANTWORT: "",
    ERLAEUTERUNG: "Erläuterung",
    ENTFAELLT: "entfällt",
    EIGENER: "Sonstiges",
    _AUS: "übernommen aus",
    _ARTEN: "Arten",
    _WEITERE: "außerdem",
    _VON: "von",
    _BIS: "bis",
}
"""How the keys around an answer are called where people read it; the answer itself needs no name."""


def ist_erlaeutert(daten: Any) -> bool:
    """Whether an answer stands beside its explanation."""
    return isinstance(daten, Mapping) and not {ANTWORT, ERLAEUTERUNG}.isdisjoint(daten)


def antwort_in(daten: Any) -> Any:
    """Give the answer itself out of an explained one, anything else as it is."""
    return daten.get(ANTWORT) if ist_erlaeutert(daten) else daten


def ort_der_antwort(daten: Any, ort: Loc) -> Loc:
    """Give the place of the answer itself.

    Args:
        daten: What stands at ``ort``.
        ort: Place of the question or part.
    """
    return (*ort, ANTWORT) if ist_erlaeutert(daten) else ort


def erlaeuterung_in(daten: Any) -> str:
    """Give the explanation of an answer, empty if it has none."""
    return _text(daten, ERLAEUTERUNG)


def ort_der_erlaeuterung(ort: Loc) -> Loc:
    """Give the place of the explanation of an answer that has one."""
    return (*ort, ERLAEUTERUNG)


def als_erlaeutert(antwort: Any, erlaeuterung: str) -> dict[str, Any]:
    """Write an answer with its explanation."""
    return Flow({ANTWORT: antwort, ERLAEUTERUNG: erlaeuterung})


def ist_entfallen(daten: Any) -> bool:
    """Whether the question is declared not applicable, with or without a reason."""
    return isinstance(daten, Mapping) and ENTFAELLT in daten


def grund_in(daten: Any) -> str:
    """Give the reason why the question does not apply, empty if there is none."""
    return _text(daten, ENTFAELLT)


def als_entfaellt(grund: str) -> dict[str, Any]:
    """Write that a question does not apply."""
    return Flow({ENTFAELLT: grund})


def als_bezug(quelle: str) -> dict[str, Any]:
    """Write that the answer is taken from the document of another kind in the folder."""
    return Flow({_AUS: Plain(quelle)})


def ist_bezug(daten: Any) -> bool:
    """Whether an answer is taken from the document of another kind."""
    return isinstance(daten, Mapping) and _AUS in daten


def ist_geschuldet(daten: Any, wenn: Bedingung | None) -> bool:
    """Whether a part is owed because of what another part of the same answer says.

    Args:
        daten: Plain data of the answer made of parts.
        wenn: The condition; None is always met.
    """
    if wenn is None:
        return True
    andere = antwort_in(daten.get(wenn.frage)) if isinstance(daten, Mapping) else None
    gewaehlt = andere if isinstance(andere, list) else [andere]
    return any(_schluessel(eins) in wenn.eine_von for eins in gewaehlt)


def _schluessel(daten: Any) -> str:
    """Give the key of an option, also of ja and nein in their other spellings."""
    if ist_eigener(daten):
        return EIGENER
    klein = str(daten).lower()
    return JA[0] if klein in JA else NEIN[0] if klein in NEIN else str(daten)


def eigener_eintrag(text: str) -> dict[str, Any]:
    """Write an entry of one's own beside the options."""
    return {EIGENER: text}


def ist_eigener(daten: Any) -> bool:
    """Whether an entry of a list of options is one of one's own."""
    return isinstance(daten, Mapping) and EIGENER in daten


def _text(daten: Any, name: str) -> str:
    text = daten.get(name) if isinstance(daten, Mapping) else None
    return text if isinstance(text, str) else ""

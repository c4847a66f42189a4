"""What a Word template refers to: only addresses that a reader may follow, nothing that Word would fetch by itself."""

from __future__ import annotations

from urllib.parse import urlsplit

from lxml import etree

from kmut_cli.render.faults import TemplateFault
from kmut_cli.render.word.target import LINKED
from kmut_cli.render.word.xml import Element

# Word fetches these when it opens the document, runs them, or hands them to another program. By the end of the type:
# what stands before it differs between the editions of the standard.
_REFUSED = {
    "vbaProject": "Makros",
    "oleObject": "ein eingebettetes Objekt",
    "package": "ein eingebettetes Objekt",
    "control": "ein ActiveX-Steuerelement",
    "activeXControlBinary": "ein ActiveX-Steuerelement",
    "aFChunk": "einen Teil in einem anderen Format",
    "subDocument": "ein Filialdokument",
    "frame": "einen Rahmen mit einer anderen Datei",
    "mailMergeSource": "eine Datenquelle für Serienbriefe",
    "mailMergeHeaderSource": "eine Datenquelle für Serienbriefe",
    "recipientData": "eine Datenquelle für Serienbriefe",
    "transform": "eine Umformung beim Speichern (XSLT)",
    "extensibility": "eine angepasste Menüleiste",
    "attachedToolbars": "eine angepasste Menüleiste",
    "keyMapCustomizations": "angepasste Tasten",
    "webextension": "ein Add-In",
    "webextensiontaskpanes": "ein Add-In",
}
_HELP = "Das in Word aus der Vorlage löschen, Bilder einfügen statt verknüpfen, und neu speichern."


def parse_part(part: bytes) -> Element:
    """Parse a part of somebody else's: nothing outside of it is looked at, and libxml2's own limits hold.

    Raises:
        XMLSyntaxError: It is no XML.
    """
    return etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))


def checked_relations(root: Element) -> bool:
    """Look through what a part refers to.

    A template that another template is attached to names somebody's folder, from which Word would load it; that
    reference is dropped, and so is the setting that uses it.

    Args:
        root: Any part of the package; what is to be dropped is taken out of it.

    Returns:
        Whether something was dropped.

    Raises:
        TemplateFault: The template refers to something that it may not bring.
    """
    if next(root.iter("{*}mailMerge"), None) is not None:  # it may name its source by itself, without a relationship
        raise TemplateFault(f"Sie enthält {_REFUSED['mailMergeSource']}.", _HELP)
    dropped = [relation for relation in root.iter("{*}Relationship") if not _is_kept(relation)]
    dropped += root.iter("{*}attachedTemplate")
    for node in dropped:
        parent = node.getparent()
        if parent is not None:
            parent.remove(node)
    return bool(dropped)


def _is_kept(relation: Element) -> bool:
    kind = relation.get("Type", "").rpartition("/")[2]
    target = relation.get("Target", "")
    if kind == "attachedTemplate":
        return False
    if kind in _REFUSED:
        raise TemplateFault(f"Sie enthält {_REFUSED[kind]}.", _HELP)
    if relation.get("TargetMode", "Internal").strip().lower() == "internal":
        return True
    if kind == "hyperlink":
        if is_followed(target):
            return True
        raise TemplateFault(f"Sie verweist auf „{_shown(target)}“; verweisen darf sie nur auf Adressen im Netz.", _HELP)
    was = "ein Bild, das woanders liegt" if kind == "image" else "etwas, das woanders liegt"
    raise TemplateFault(f"Sie verweist auf {was}: „{_shown(target)}“.", _HELP)


def is_followed(address: str) -> bool:
    """Tell whether a link may lead to an address: the net, mail, telephone, or a place in the document itself."""
    try:
        scheme = urlsplit(address).scheme
    except ValueError:
        return False
    return address.startswith("#") or scheme in LINKED


def _shown(target: str) -> str:
    words = " ".join(target.split())
    return words if len(words) <= 80 else words[:79] + "…"

"""The head that all documents share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from pydantic import Field

from kmut_cli.documents.antworten import Ags, Text
from kmut_cli.documents.frage import teil
from kmut_cli.documents.fristregel import Fristregel
from kmut_cli.documents.gebiete import Gebietstyp, gebiete
from kmut_cli.documents.modell import Modell, Teile
from kmut_cli.documents.option import Option

if TYPE_CHECKING:
    from kmut_cli.documents.umfeld import Umfeld
    from kmut_cli.findings.finding import Finding, Loc
    from kmut_cli.source.reader import Source


class Status(Option):
    """State of a document."""

    entwurf = "Entwurf"
    final = "endgültige Fassung"


class Kommune(Teile):
    """Master data of the body that keeps the Koordinierungsstelle."""

    name: Text | None = teil("Name", pflicht=True, bedeutung="Name der Kommune, wie er im Bericht stehen soll.")
    ags: Ags | None = teil("AGS", bedeutung='Amtlicher Gemeindeschlüssel in Anführungszeichen, z. B. "03357".')
    typ: Gebietstyp | None = teil("Art der Gebietskörperschaft")

    @property
    def gebietstyp(self) -> Gebietstyp | None:
        """Kind of the body: as given, else by its AGS, else unknown."""
        if self.typ is not None or self.ags is None:
            return self.typ
        gebiet = gebiete().get(self.ags)
        return gebiet.typ if gebiet else None


class Uebernahme(Modell):
    """What was carried over from another document, and is not confirmed yet."""

    aus: Text | None = Field(default=None, description="Dokument, aus dem die Antworten übernommen sind.")
    unbestaetigt: dict[str, Text] | None = Field(
        default=None,
        description="Übernommene Antworten, die noch niemand bestätigt hat; schreiben und löschen lassen Sie das kmut.",
    )


class Ergaenzt(NamedTuple):
    """A document with what it loads besides.

    Attributes:
        dokument: The document.
        findings: What was wrong with that.
        fehlerhaft: Places that are wrong for it.
    """

    dokument: Dokument
    findings: tuple[Finding, ...] = ()
    fehlerhaft: frozenset[Loc] = frozenset()


UEBERNOMMEN = "uebernommen"
NIEDERSACHSEN = "03"
"""How every AGS of the Land begins."""
KOMMUNE = ("kommune",)
"""Path of the master data, in documents and in ``kmut.yaml``."""


_IM_KOPF = frozenset(
    {
        *("titel", "kurztitel", "untertitel", "vorspann", "jahresfeld", "jahr_bezeichnung", "amtlich", "fristregel"),
        *("unterordner", "land", "staendig"),
    }
)


class Dokument(Modell):
    """Base of all documents.

    Class attributes are given in the class statement of a document:
        titel: Official title.
        kurztitel: What people call such a document.
        untertitel: Further official lines under the title.
        vorspann: What the outline itself says about its purpose; printed by ``kmut outline``, not in the document.
        jahresfeld: Name of the field that holds the year of the document.
        jahr_bezeichnung: What that year is called.
        amtlich: Whether an official outline stands behind it, whose edition the file has to name.
        fristregel: When such documents are due; None if they have no deadline.
        land: First two digits of the AGS of the bodies that write such documents; empty if they may lie anywhere.
        staendig: Whether every office keeps such a document from the start, so that ``kmut init`` makes it.
        unterordner: Folder below that of the year where several such documents lie; empty if there is one a year, or one.
    """

    titel: ClassVar[str] = ""
    kurztitel: ClassVar[str] = ""
    untertitel: ClassVar[tuple[str, ...]] = ()
    vorspann: ClassVar[str] = ""
    jahresfeld: ClassVar[str] = ""
    jahr_bezeichnung: ClassVar[str] = ""
    amtlich: ClassVar[bool] = True
    fristregel: ClassVar[Fristregel | None] = None
    land: ClassVar[str] = NIEDERSACHSEN
    unterordner: ClassVar[str] = ""
    staendig: ClassVar[bool] = False

    dokument: Text = Field(description="Art des Dokuments.")
    gliederung: Text = Field(description="Ausgabe der amtlichen Gliederung, in Anführungszeichen.")
    status: Status | None = Field(default=None, description="entwurf oder final; final verlangt Vollständigkeit.")
    kommune: Kommune | None = Field(default=None, description="Stammdaten; sie dürfen auch in kmut.yaml stehen.")
    uebernommen: Uebernahme | None = Field(
        default=None, description="Was aus einem anderen Dokument übernommen ist; führt kmut."
    )

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Take the class attributes from the class statement."""
        for name in _IM_KOPF & kwargs.keys():
            setattr(cls, name, kwargs.pop(name))
        super().__init_subclass__(**kwargs)

    @property
    def jahr(self) -> int | None:
        """The year that the document is about, None if not given or if the kind has none."""
        wert: int | None = getattr(self, self.jahresfeld) if self.jahresfeld else None
        return wert

    @property
    def jahr_im_wortlaut(self) -> str:
        """The year that the official wording names: the document's own, else that of the outline as printed."""
        return str(self.jahr or self.gliederung)

    @property
    def ausgabetitel(self) -> str:
        """What stands above the document when it is given out: its own title, if its kind has one."""
        return (getattr(self, "ueberschrift", None) or "").strip() or self.titel

    @property
    def ist_oeffentlich(self) -> bool:
        """Whether everybody may read it, so that what is personal stays out of it."""
        return False

    @property
    def zaehlung(self) -> tuple[tuple[int, str], ...]:
        """What the document holds, as (number, what it counts); for kinds where that says more than answered questions."""
        return ()

    def ergaenze(self, source: Source, umfeld: Umfeld) -> Ergaenzt:
        """Load what belongs to the document and stands elsewhere; nothing for most kinds.

        Args:
            source: Its file, for the places of findings.
            umfeld: Gives the other files.
        """
        return Ergaenzt(self)

    @property
    def final(self) -> bool:
        """Whether the document claims to be finished."""
        return self.status is Status.final

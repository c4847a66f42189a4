"""The way through the questions: forth, back, and what happens at each."""

from __future__ import annotations

import os
from dataclasses import dataclass, field

from kmut_cli.cli.ausfuellen.anzeige import Bild, bild
from kmut_cli.cli.ausfuellen.befunde import Befunde, an_frage, neue
from kmut_cli.cli.ausfuellen.editor import editorbefehl
from kmut_cli.cli.ausfuellen.eingaben import (
    Kontext,
    Zurueck,
    antworte_ja_nein,
    einzeilig,
    erlaeutere,
    ersetzen,
    langtext,
)
from kmut_cli.cli.ausfuellen.felder import (
    antwort_in,
    fehler_im_grund,
    feld_der_frage,
    zeilen_der_antwort,
)
from kmut_cli.cli.ausfuellen.formular import gib_ein, liste
from kmut_cli.cli.ausfuellen.fragen import ZU_FRAGEN
from kmut_cli.cli.ausfuellen.speichern import ListeGeaendert, NichtGespeichert, Schreiber
from kmut_cli.cli.ausfuellen.terminal import BLASS, ENTER, FETT, GELB, GRUEN, ROT, Terminal
from kmut_cli.cli.ausfuellen.vorjahr import Vorjahr
from kmut_cli.cli.ausfuellen.zeilen import zeile
from kmut_cli.documents.dokument import Dokument
from kmut_cli.documents.gliederung import AbschnittImText, FrageImText, gliederung
from kmut_cli.documents.zustand import Fragenstand, Zustand, stand
from kmut_cli.findings.finding import Finding, Severity
from kmut_cli.source.edit import Plain

_STIL = {"kopf": FETT, "frage": FETT, "hinweis": BLASS, "stand": GELB, "antwort": GRUEN}
_WEITER, _ZURUECK, _ENDE = "w", "z", "q"
HILFE = """\
Jede Antwort steht sofort in der Datei; aufhören können Sie jederzeit, auch mit Strg-C.
  Enter, a  antworten oder die Antwort ändern     w  weiter, die Frage bleibt, wie sie ist
  j, n      ja oder nein                          z  eine Frage zurück
  b         die übernommene Antwort bestätigen    q  beenden
  v         die Antwort des Vorjahres nehmen      m  lange Texte ganz zeigen
  x         die Frage trifft nicht zu             e  eine Erläuterung zur Antwort schreiben
  k, l, t   als eine Zeile, als Liste, aus dem Verzeichnis der Veranstaltungen (wo es das gibt)
In einer Eingabe führt Esc zurück zur Frage."""


class DokumentWeg(Exception):
    """The file was changed on disk so that it does not say any more which document it is."""


@dataclass
class Ablauf:
    """One run over the questions of a document.

    Attributes:
        terminal: Where the person is asked.
        schreiber: Writes the answers.
        fragen: The questions, in official order.
        alle: Whether answered ones are asked as well.
        vorjahr: Last year's document.
    """

    terminal: Terminal
    schreiber: Schreiber
    fragen: tuple[FrageImText, ...]
    alle: bool
    vorjahr: Vorjahr | None
    _gezeigt: set[tuple[str, ...]] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Begin without findings."""
        self._befunde = Befunde(self.schreiber.pfad)

    @property
    def befunde(self) -> list[Finding]:
        """Errors and warnings of the document as it stands."""
        return self._befunde.von(self.schreiber.bearbeitung.geladen)

    @property
    def dokument(self) -> Dokument:
        """The document as it stands on disk, as far as is known."""
        dokument = self.schreiber.bearbeitung.geladen.dokument
        if dokument is None:
            raise DokumentWeg
        return dokument

    def laufe(self) -> None:
        """Ask all questions, or until the person ends it."""
        nummer = 0
        while nummer < len(self.fragen):
            frage = self.fragen[nummer]
            if self._erledigt(frage):
                self.terminal.zeige(f"Frage {nummer + 1} ist inzwischen beantwortet.", GELB)
                nummer += 1
                continue
            self._gezeigt.add(frage.pfad)
            schritt = _Schritt(self, frage, nummer).frage_bis_fertig()
            if schritt == _ENDE:
                return
            nummer = max(nummer - 1, 0) if schritt == _ZURUECK else nummer + 1

    def stand(self, frage: FrageImText) -> Fragenstand:
        """Give the state of a question.

        Raises:
            DokumentWeg: There is no document any more.
        """
        pfade = {eins.frage.pfad: eins for eins in stand(self.schreiber.bearbeitung.geladen)}
        if frage.pfad not in pfade:
            raise DokumentWeg
        return pfade[frage.pfad]

    def _erledigt(self, frage: FrageImText) -> bool:
        """Whether somebody else answered a question that was not shown yet."""
        if self.alle or frage.pfad in self._gezeigt:
            return False
        return self.stand(frage).zustand not in ZU_FRAGEN


class _Schritt:
    """One question, shown until it is left."""

    def __init__(self, ablauf: Ablauf, frage: FrageImText, nummer: int) -> None:
        self.ablauf, self.frage, self.nummer = ablauf, frage, nummer
        self.terminal, self.schreiber = ablauf.terminal, ablauf.schreiber
        self.jahr = ablauf.dokument.jahr_im_wortlaut
        self.feld = feld_der_frage(type(ablauf.dokument), frage, self.jahr)
        hinweis = frage.frage.hinweis or self.abschnitt.hinweis
        titel = f"{self.abschnitt.nummer} {self.abschnitt.titel}"
        text = "\n\n".join(teil for teil in (titel, self.feld.beschriftung, hinweis) if teil)
        self.k = Kontext(self.terminal, self.schreiber, frage.pfad, text)

    @property
    def abschnitt(self) -> AbschnittImText:
        alle = gliederung(type(self.ablauf.dokument)).abschnitte
        return next(eins for eins in alle if any(frage.pfad == self.frage.pfad for frage in eins.fragen))

    def frage_bis_fertig(self) -> str:
        """Show the question and do what is wanted, until it is left; gives how."""
        ganz, zeigen = False, True
        while True:
            stand = self.ablauf.stand(self.frage)
            if zeigen:
                self._zeige(stand, ganz=ganz)
            taste = self.terminal.taste(self._tasten(stand))
            if taste in (_WEITER, _ZURUECK, _ENDE):
                return taste
            if taste in "?m":
                ganz, zeigen = ganz or taste == "m", taste == "m"
                if taste == "?":
                    self.terminal.zeige(HILFE)
                continue
            zeigen = True
            if self._antworte(taste):
                return _WEITER

    def _zeige(self, stand: Fragenstand, *, ganz: bool) -> None:
        daten = self.schreiber.an(self.frage.pfad)
        vorjahr = self.ablauf.vorjahr
        damals = vorjahr.antwort(self.frage.pfad) if vorjahr else None
        was = Bild(
            abschnitt=self.abschnitt,
            feld=self.feld,
            nummer=self.nummer + 1,
            von=len(self.ablauf.fragen),
            jahr=self.jahr,
            stand=list(self._stand(stand)),
            antwort=zeilen_der_antwort(self.feld, daten),
            vorjahr=zeilen_der_antwort(self.feld, damals) if damals != daten else [],
            vorjahr_quelle=f"Im Vorjahr ({vorjahr.name})" if vorjahr else "",
        )
        for text, art in bild(was, self.terminal.breite, ganz=ganz):
            self.terminal.zeige(text, _STIL[art])

    def _stand(self, stand: Fragenstand) -> list[str]:
        saetze = []
        if stand.zustand is Zustand.UNBESTAETIGT:
            uebernommen = self.ablauf.dokument.uebernommen
            woher = f" aus {uebernommen.aus}" if uebernommen and uebernommen.aus else ""
            saetze.append(f"Diese Antwort ist{woher} übernommen und noch nicht bestätigt.")
        if stand.luecken:
            saetze.append(f"Es fehlt noch: {', '.join(stand.luecken)}.")
        if stand.zustand is Zustand.FEHLERHAFT:
            findings = an_frage(self.ablauf.befunde, self.frage.pfad)
            saetze += [f"Zeile {eins.line}: {eins.message} {eins.help}".strip() for eins in findings] or [
                "Diese Antwort ist fehlerhaft; kmut check nennt die Stelle."
            ]
        return saetze

    def _tasten(self, stand: Fragenstand) -> dict[str, str]:
        """Give the keys that apply, in the order of the footer."""
        feld, da = self.feld, self.schreiber.an(self.frage.pfad) is not None
        antworten = "ändern" if da and stand.zustand is not Zustand.OFFEN else "antworten"
        tasten: dict[str, str] = {}
        if feld.art == "yes_no":
            tasten |= {"j": "ja", "n": "nein", ENTER: "", "a": ""}
        else:
            tasten |= {ENTER: antworten, "a": antworten}
        if stand.zustand is Zustand.UNBESTAETIGT:
            tasten["b"] = "bestätigen"
        if feld.art == "text":
            tasten["k"] = "kurz in einer Zeile" if editorbefehl(os.environ) else "in einer Zeile"
        if feld.art == "text_or_list":
            tasten["l"] = "als Liste"
        if feld.kann_bezogen_werden:
            tasten["t"] = "aus dem Verzeichnis der Veranstaltungen"
        if feld.erlaeuterbar and da and stand.zustand is not Zustand.ENTFAELLT:
            tasten["e"] = "Erläuterung"
        damals = self.ablauf.vorjahr.antwort(self.frage.pfad) if self.ablauf.vorjahr else None
        if damals is not None and damals != self.schreiber.an(self.frage.pfad):
            tasten["v"] = "wie im Vorjahr"
        if feld.kann_entfallen:
            tasten["x"] = "trifft nicht zu"
        tasten[_WEITER] = "weiter"
        if self.nummer:
            tasten[_ZURUECK] = "zurück"
        return {**tasten, _ENDE: "beenden", "?": "Hilfe", "m": ""}

    def _antworte(self, taste: str) -> bool:
        """Do what a key wants; gives whether the question is done with."""
        vorher = self.ablauf.befunde
        anzahl = self.schreiber.anzahl
        try:
            self._fuehre_aus(taste)
        except Zurueck:
            pass
        except (NichtGespeichert, ListeGeaendert):
            return False
        return self.schreiber.anzahl > anzahl and self._in_ordnung(vorher)

    def _fuehre_aus(self, taste: str) -> None:
        """Run the form that belongs to a key."""
        k, feld, ort = self.k, self.feld, self.frage.pfad
        match taste:
            case "j" | "n":
                antworte_ja_nein(k, feld, ort, ja=taste == "j", fragen=True)
            case "b":
                self.schreiber.bestaetige(ort)
            case "k":
                einzeilig(k, feld, ort, teil=False)
            case "l":
                liste(k, feld, ort)
            case "t":
                if not k.an(ort) or ersetzen(k):
                    k.setze(ort, {"aus": Plain("veranstaltungen")})
            case "e":
                erlaeutere(k, ort)
            case "v" if self.ablauf.vorjahr is not None:
                k.setze(ort, self.ablauf.vorjahr.zum_schreiben(ort))
            case "x":
                self._entfaellt()
            case _ if feld.art == "text_or_list" and not isinstance(antwort_in(k.an(ort)), list):
                langtext(k, feld, ort)
            case _:
                gib_ein(k, feld, ort)

    def _entfaellt(self) -> None:
        hier = self.schreiber.an(self.frage.pfad)
        bisher = hier.get("entfaellt") if isinstance(hier, dict) else None
        if hier and not bisher and not ersetzen(self.k):
            return
        grund = zeile(
            self.terminal,
            "Warum trifft die Frage nicht zu? ",
            bisher or "",
            lambda text: fehler_im_grund(text) if text.strip() else "",
        )
        if (grund or "").strip() and grund != bisher:
            self.k.setze(self.frage.pfad, {"entfaellt": grund})

    def _in_ordnung(self, vorher: list[Finding]) -> bool:
        """Show what the checks say of the new answer; gives whether it shall stay so."""
        nachher = self.ablauf.befunde
        zu_sagen = list(dict.fromkeys([*an_frage(nachher, self.frage.pfad), *neue(vorher, nachher)]))
        for eins in zu_sagen:
            wort = "Fehler" if eins.severity is Severity.ERROR else "Warnung"
            self.terminal.sage(f"{wort}: {eins.message}", ROT if eins.severity is Severity.ERROR else GELB)
            if eins.help:
                self.terminal.sage(eins.help, einzug="  ")
        stand = self.ablauf.stand(self.frage)
        if stand.luecken:
            self.terminal.sage(f"Es fehlt noch: {', '.join(stand.luecken)}.", GELB)
        if not zu_sagen and not stand.luecken:
            return True
        return self.terminal.taste({"k": "korrigieren", ENTER: "so lassen und weiter"}) == ENTER

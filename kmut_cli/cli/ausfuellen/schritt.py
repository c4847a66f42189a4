"""One question: shown, answered in one of several ways, and left."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kmut_cli.cli.ausfuellen.anschlag import TIPPEN
from kmut_cli.cli.ausfuellen.anzeige import Bild, bild
from kmut_cli.cli.ausfuellen.befunde import an_frage, neue, sage_befunde
from kmut_cli.cli.ausfuellen.editor import editorbefehl
from kmut_cli.cli.ausfuellen.eingaben import antworte_ja_nein, erlaeutere
from kmut_cli.cli.ausfuellen.entnahme import entnommen, uebernimm
from kmut_cli.cli.ausfuellen.formular import gib_ein, liste
from kmut_cli.cli.ausfuellen.kontext import Kontext, Zurueck, entfaellt, ersetzen, loesche_antwort
from kmut_cli.cli.ausfuellen.oeffnen import oeffne
from kmut_cli.cli.ausfuellen.speichern import ListeGeaendert, NichtGespeichert
from kmut_cli.cli.ausfuellen.tasten import HILFE, WEGTASTEN, Weg, tasten_der_frage
from kmut_cli.cli.ausfuellen.terminal import BLASS, ENTER, FETT, GELB, GRUEN
from kmut_cli.cli.ausfuellen.texte import einzeilig, langtext
from kmut_cli.cli.ausfuellen.worte import in_worten
from kmut_cli.documents.antwortdaten import antwort_in, grund_in
from kmut_cli.documents.antworttext import zeile_je_eintrag, zeilen_der_antwort
from kmut_cli.documents.eingabefeld import feld_der_frage
from kmut_cli.documents.gliederung import AbschnittImText, FrageImText, gliederung
from kmut_cli.documents.verweis import nennbare
from kmut_cli.documents.ziele import Ziel
from kmut_cli.documents.zustand import Fragenstand, Zustand
from kmut_cli.findings.finding import Finding

if TYPE_CHECKING:
    from kmut_cli.cli.ausfuellen.ablauf import Ablauf

STIL = {"kopf": FETT, "frage": FETT, "hinweis": BLASS, "stand": GELB, "antwort": GRUEN}
"""Style of each kind of line of a question."""


class Schritt:
    """One question, shown until it is left."""

    def __init__(self, ablauf: Ablauf, frage: FrageImText, nummer: int, *, erste: bool) -> None:
        """Prepare the question; ``nummer`` counts from 1, ``erste`` says that there is no way back."""
        self.ablauf, self.frage, self.nummer, self.erste = ablauf, frage, nummer, erste
        self.terminal, self.schreiber = ablauf.terminal, ablauf.schreiber
        self.jahr = ablauf.dokument.jahr_im_wortlaut
        self.feld = feld_der_frage(type(ablauf.dokument), frage, self.jahr)
        hinweis = frage.frage.hinweis or self.abschnitt.hinweis
        titel = f"{self.abschnitt.nummer} {self.abschnitt.titel}"
        text = "\n\n".join(teil for teil in (titel, self.feld.beschriftung, hinweis) if teil)
        self.k = Kontext(self.terminal, self.schreiber, frage.pfad, text, self._nennbare)

    def _nennbare(self) -> list[Ziel]:
        return nennbare(type(self.ablauf.dokument), self.frage, self.schreiber.daten)

    @property
    def abschnitt(self) -> AbschnittImText:
        """Its section."""
        alle = gliederung(type(self.ablauf.dokument)).abschnitte
        return next(eins for eins in alle if any(frage.pfad == self.frage.pfad for frage in eins.fragen))

    def frage_bis_fertig(self) -> Weg:
        """Show the question and do what is wanted, until it is left; gives how."""
        ganz, zeigen = False, True
        while True:
            stand = self.ablauf.stand(self.frage)
            if zeigen:
                self._zeige(stand, ganz=ganz)
            taste = self.terminal.taste(self._tasten(stand), tippen=self._tippbar())
            if taste in WEGTASTEN:
                return Weg(taste)
            if taste in ("?", "m"):
                ganz, zeigen = ganz or taste == "m", taste == "m"
                if taste == "?":
                    self.terminal.zeige(HILFE)
                continue
            zeigen = True
            if self._antworte(taste):
                return Weg.WEITER

    def _zeige(self, stand: Fragenstand, *, ganz: bool) -> None:
        daten = self.schreiber.an(self.frage.pfad)
        vorjahr = self.ablauf.vorjahr
        damals = vorjahr.antwort(self.frage.pfad) if vorjahr else None
        was = Bild(
            abschnitt=self.abschnitt,
            feld=self.feld,
            nummer=self.nummer,
            von=len(self.ablauf.fragen),
            jahr=self.jahr,
            stand=list(self._stand(stand)),
            antwort=zeilen_der_antwort(self.feld, daten),
            eintraege=zeile_je_eintrag(self.feld, daten),
            entnommen=entnommen(self.schreiber.bearbeitung.geladen, self.frage.pfad),
            vorjahr=zeilen_der_antwort(self.feld, damals) if damals != daten else [],
            vorjahr_quelle=f"Im Vorjahr ({vorjahr.name})" if vorjahr else "",
        )
        for text, art in bild(was, self.terminal.breite, ganz=ganz):
            self.terminal.zeige(text, STIL[art])

    def _stand(self, stand: Fragenstand) -> list[str]:
        saetze = []
        if stand.zustand is Zustand.UNBESTAETIGT:
            uebernommen = self.ablauf.dokument.uebernommen
            woher = f" aus {uebernommen.aus}" if uebernommen and uebernommen.aus else ""
            saetze.append(f"Diese Antwort ist{woher} übernommen und noch nicht bestätigt.")
        if stand.luecken:
            saetze.append(f"Es fehlt noch: {', '.join(stand.luecken)}.")
        if stand.zustand is Zustand.FEHLERHAFT:
            findings = self._in_worten(an_frage(self.ablauf.befunde, self.frage.pfad))
            saetze += [f"Zeile {eins.line}: {eins.message} {eins.help}".strip() for eins in findings] or [
                "Diese Antwort ist fehlerhaft; kmut check nennt die Stelle."
            ]
        return saetze

    def _tasten(self, stand: Fragenstand) -> dict[str, str]:
        hier = self.schreiber.an(self.frage.pfad)
        damals = self.ablauf.vorjahr.antwort(self.frage.pfad) if self.ablauf.vorjahr else None
        return tasten_der_frage(
            self.feld,
            stand.zustand,
            da=hier is not None,
            editor=bool(editorbefehl(os.environ)),
            vorjahr=damals is not None and damals != hier,
            erste=self.erste,
        )

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
        return self.schreiber.anzahl > anzahl and taste != "d" and self._in_ordnung(vorher)

    def _fuehre_aus(self, taste: str) -> None:
        """Run the form that belongs to a key."""
        k, feld, ort = self.k, self.feld, self.frage.pfad
        match taste:
            case "j" | "n":
                antworte_ja_nein(k, feld, ort, ja=taste == "j", fragen=True)
            case "b":
                self.schreiber.bestaetige(ort)
            case "k" | "tippen" if taste == "k" or feld.art != "texts":
                einzeilig(k, feld, ort, teil=False, neu=taste == TIPPEN)
            case "l":
                liste(k, feld, ort)
            case "t" if feld.quellen:
                uebernimm(k, feld)
            case "o":
                oeffne(k)
            case "e":
                erlaeutere(k, ort)
            case "v" if self.ablauf.vorjahr is not None:
                k.setze(ort, self.ablauf.vorjahr.zum_schreiben(ort))
            case "x":
                self._entfaellt()
            case "d":
                loesche_antwort(k, ort)
            case _ if feld.art == "text_or_list" and not isinstance(antwort_in(k.an(ort)), list):
                langtext(k, feld, ort)
            case _:
                gib_ein(k, feld, ort)

    def _tippbar(self) -> bool:
        """Whether a text may simply be typed: not where that would replace more than one line."""
        jetzt = antwort_in(self.schreiber.an(self.frage.pfad))
        if self.feld.art == "texts":
            return jetzt is None or isinstance(jetzt, list)
        kurz = jetzt is None or (isinstance(jetzt, str) and "\n" not in jetzt.rstrip("\n"))
        return kurz and (self.feld.knapp or self.feld.art in ("text", "text_or_list"))

    def _in_worten(self, findings: Sequence[Finding]) -> list[Finding]:
        typ = type(self.ablauf.dokument)
        return [in_worten(eins, typ, self.jahr, self.frage.pfad) for eins in findings]

    def _entfaellt(self) -> None:
        hier = self.schreiber.an(self.frage.pfad)
        bisher = grund_in(hier)
        if hier and not bisher and not ersetzen(self.k):
            return
        entfaellt(self.k, self.frage.pfad)

    def _in_ordnung(self, vorher: list[Finding]) -> bool:
        """Show what the checks say of the new answer; gives whether it shall stay so."""
        nachher = self.ablauf.befunde
        zu_sagen = list(dict.fromkeys([*an_frage(nachher, self.frage.pfad), *neue(vorher, nachher)]))
        sage_befunde(self.terminal, self._in_worten(zu_sagen))
        stand = self.ablauf.stand(self.frage)
        if stand.luecken:
            self.terminal.sage(f"Es fehlt noch: {', '.join(stand.luecken)}.", GELB)
        if not zu_sagen and not stand.luecken:
            return True
        return self.terminal.taste({"k": "korrigieren", ENTER: "so lassen und weiter"}) == ENTER

"""What changed between two rounds, and when there is a round: all without an operating system that reports anything."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import watchfiles
from hypothesis import given
from hypothesis import strategies as st

from kmut_cli.findings.finding import Finding, Severity
from kmut_cli.workspace.beobachtung import Aenderung, Dateistand, Runde, aenderungen, fortgesetzt
from kmut_cli.workspace.waechter import Waechter, schnappschuss


def befund(code: str, ort: str = "a", text: str = "Text", *, zeile: int = 1, schwere: str = "error") -> Finding:
    return Finding(code, Severity(schwere), "b.yaml", text, line=zeile, column=1, end_column=2, location=ort)


A, B, C = befund("KM210"), befund("KM213", "b"), befund("KM301", "c", schwere="info")
UNLESBAR = befund("KM111", "")


def eine(alt: Dateistand | None, neu: Dateistand | None) -> Aenderung | None:
    vorher: Runde = {} if alt is None else {"b.yaml": alt}
    jetzt: Runde = {} if neu is None else {"b.yaml": neu}
    alle = list(aenderungen(vorher, fortgesetzt(vorher, jetzt)))
    assert len(alle) <= 1
    return alle[0] if alle else None


def test_neu_und_behoben() -> None:
    aenderung = eine(Dateistand((A, C)), Dateistand((B, C)))
    assert aenderung is not None
    assert (aenderung.behoben, aenderung.neu) == ((A,), (B,))


def test_unveraendert_auch_wenn_zeilen_dazukommen() -> None:
    doppelt = befund("KM130", "d", "Steht hier zum zweiten Mal; zuerst steht er in Zeile 9.", zeile=11)
    verschoben = befund("KM130", "d", "Steht hier zum zweiten Mal; zuerst steht er in Zeile 12.", zeile=14)
    assert eine(Dateistand((A, doppelt)), Dateistand((replace(A, line=7), verschoben))) is None


def test_gleiche_befunde_werden_gezaehlt() -> None:
    aenderung = eine(Dateistand((A, A)), Dateistand((A,)))
    assert aenderung is not None
    assert (aenderung.behoben, aenderung.neu) == ((A,), ())


def test_schwerer_geworden_ist_neu_und_leichter_geworden_nichts() -> None:
    schwer = replace(C, severity=Severity.ERROR)
    aenderung = eine(Dateistand((C,)), Dateistand((schwer,)))
    assert aenderung is not None
    assert (aenderung.behoben, aenderung.neu) == ((), (schwer,))
    assert eine(Dateistand((schwer,)), Dateistand((C,))) is None


def test_datei_kommt_und_geht() -> None:
    assert eine(None, Dateistand((A,))) == Aenderung("b.yaml", None, Dateistand((A,)))
    assert eine(Dateistand((A,)), None) == Aenderung("b.yaml", Dateistand((A,)), None)


def test_zaehlung() -> None:
    aenderung = eine(Dateistand(beantwortet=3, anwendbar=9), Dateistand(beantwortet=4, anwendbar=9))
    assert aenderung is not None
    assert aenderung.zaehlung_anders
    assert eine(Dateistand(beantwortet=3, anwendbar=9), Dateistand(beantwortet=3, anwendbar=9)) is None


def test_eine_unlesbare_datei_hat_nichts_behoben() -> None:
    gut = Dateistand((A, C), beantwortet=3, anwendbar=9)
    kaputt = Dateistand((UNLESBAR,), lesbar=False)
    aenderung = eine(gut, kaputt)
    assert aenderung is not None
    assert (aenderung.behoben, aenderung.neu, aenderung.zaehlung_anders) == ((), (UNLESBAR,), False)


def test_wieder_lesbar_wird_mit_der_letzten_lesbaren_fassung_verglichen() -> None:
    runden: list[Runde] = [{"b.yaml": Dateistand((A, C), beantwortet=3, anwendbar=9)}]
    anders = befund("KM112", "")
    for stand in (
        Dateistand((UNLESBAR,), lesbar=False),
        Dateistand((anders,), lesbar=False),
        Dateistand((B, C), beantwortet=4, anwendbar=9),
    ):
        runden.append(fortgesetzt(runden[-1], {"b.yaml": stand}))
    (zweite,) = aenderungen(runden[1], runden[2])
    assert (zweite.behoben, zweite.neu, zweite.zaehlung_anders) == ((UNLESBAR,), (anders,), False)
    (dritte,) = aenderungen(runden[2], runden[3])
    assert (set(dritte.behoben), dritte.neu, dritte.zaehlung_anders) == ({A, anders}, (B,), True)


BEFUNDE = st.lists(
    st.builds(befund, st.sampled_from(["KM210", "KM213", "KM301"]), st.sampled_from(["a", "b", "c[0]"])), max_size=6
).map(tuple)
RUNDEN = st.dictionaries(st.sampled_from(["a.yaml", "b.yaml", "ö/c d.yaml"]), st.builds(Dateistand, BEFUNDE))


def _anzahl(befunde: tuple[Finding, ...]) -> dict[tuple[str, str], int]:
    gezaehlt: dict[tuple[str, str], int] = {}
    for eins in befunde:
        gezaehlt[eins.code, eins.location] = gezaehlt.get((eins.code, eins.location), 0) + 1
    return gezaehlt


@given(RUNDEN, RUNDEN)
def test_vorher_und_aenderungen_ergeben_nachher(vorher: Runde, jetzt: Runde) -> None:
    geaendert = {eins.pfad: eins for eins in aenderungen(vorher, fortgesetzt(vorher, jetzt))}
    assert list(geaendert) == sorted(geaendert)
    for pfad in vorher.keys() & jetzt.keys():
        anzahl = _anzahl(vorher[pfad].befunde)
        if pfad in geaendert:
            for eins in geaendert[pfad].neu:
                anzahl[eins.code, eins.location] = anzahl.get((eins.code, eins.location), 0) + 1
            for eins in geaendert[pfad].behoben:
                anzahl[eins.code, eins.location] -= 1
        assert {schluessel: zahl for schluessel, zahl in anzahl.items() if zahl} == _anzahl(jetzt[pfad].befunde)
    nur_eine = {**vorher, **jetzt}.keys() - (vorher.keys() & jetzt.keys())
    assert {pfad for pfad in nur_eine if {**vorher, **jetzt}[pfad].befunde} == nur_eine & geaendert.keys()


@given(RUNDEN)
def test_nichts_getan_nichts_gesagt(runde: Runde) -> None:
    assert list(aenderungen(runde, fortgesetzt(runde, runde))) == []


# --- When there is a round ------------------------------------------------------------------------------------------


@pytest.fixture
def ordner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    mappe = tmp_path / "mein ordner für 2024"
    (mappe / "2024").mkdir(parents=True)
    (mappe / "kmut.yaml").write_text("kommune:\n  name: X\n")
    (mappe / "2024" / "bericht.yaml").write_text("dokument: taetigkeitsbericht\n")
    monkeypatch.chdir(mappe)
    return mappe


class Welt:
    """Time stands still, but for what a test lets happen whenever the program waits."""

    def __init__(self, *ereignisse: Callable[[], Any]) -> None:
        self.ereignisse = list(ereignisse)
        self.meldungen: list[str] = []
        self.belauscht: list[set[str]] = []

    def vergeht(self, _sekunden: float = 0) -> None:
        if self.ereignisse:
            self.ereignisse.pop(0)()

    def watch(self, *ordner: str, **optionen: Any) -> Iterator[set[Any]]:
        assert optionen["recursive"] is False
        self.belauscht.append(set(ordner))
        while True:
            assert self.ereignisse, "nothing happens any more, and the program waits for ever"
            self.vergeht()
            yield set()

    def waechter(self, *namen: str) -> Waechter:
        return Waechter(list(namen), self.meldungen.append, self.vergeht)


def nichts() -> None:
    pass


def test_runde_erst_wenn_ruhe_ist(ordner: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    datei = ordner / "2024" / "bericht.yaml"
    inhalte = ["d", "doku", "dokument: taet", "dokument: taetigkeitsbericht # fertig\n"]
    welt = Welt(*(lambda inhalt=inhalt: datei.write_text(inhalt) for inhalt in inhalte), nichts, nichts)
    monkeypatch.setattr(watchfiles, "watch", welt.watch)
    welt.waechter(".").warte()
    assert datei.read_text() == inhalte[-1]
    assert len(welt.ereignisse) == 1  # one look at rest is enough
    assert welt.meldungen == []


@pytest.mark.parametrize("weg", [Path.unlink, lambda pfad: pfad.write_bytes(b"")], ids=["umbenannt", "leer"])
def test_geduld_wenn_eine_datei_fehlt_oder_leer_ist(
    ordner: Path, monkeypatch: pytest.MonkeyPatch, weg: Callable[[Path], Any]
) -> None:
    datei = ordner / "2024" / "bericht.yaml"
    wieder_da = lambda: datei.write_text("dokument: taetigkeitsbericht # neu\n")  # noqa: E731
    welt = Welt(lambda: weg(datei), nichts, nichts, nichts, wieder_da, nichts, nichts)
    monkeypatch.setattr(watchfiles, "watch", welt.watch)
    welt.waechter("2024").warte()
    assert datei.read_text() == "dokument: taetigkeitsbericht # neu\n"


def test_was_keine_yaml_datei_ist_fuehrt_zu_keiner_runde(ordner: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    unwichtig = ["2024/bericht.docx", "2024/.~lock.bericht.docx#", "2024/bericht.yaml~", ".bericht.yaml.x7.tmp", "4913"]
    welt = Welt(
        *(lambda name=name: (ordner / name).write_text("x") for name in unwichtig),
        (ordner / "2024" / "bericht.yaml").touch,
        nichts,
        nichts,
    )
    monkeypatch.setattr(watchfiles, "watch", welt.watch)
    welt.waechter(".").warte()
    assert len(welt.ereignisse) < 3  # all of them went by, up to the one that counts


@pytest.mark.parametrize("name", ["kmut.yaml", "veranstaltungen.yaml"])
@pytest.mark.parametrize("benannt", ["2024", "2024/bericht.yaml"])
def test_gemeinsame_dateien_darueber(ordner: Path, monkeypatch: pytest.MonkeyPatch, name: str, benannt: str) -> None:
    welt = Welt(nichts, lambda: (ordner / name).write_text("neu: x\n"), nichts, nichts)
    monkeypatch.setattr(watchfiles, "watch", welt.watch)
    welt.waechter(benannt).warte()
    assert len(welt.ereignisse) <= 1
    assert welt.belauscht[0] >= {str(ordner.resolve())}


def test_neue_ordner_werden_mit_beobachtet(ordner: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    welt = Welt(
        lambda: (ordner / "2025" / "teil").mkdir(parents=True),
        nichts,
        lambda: (ordner / "2025" / "teil" / "antrag.yml").write_text("dokument: projektbeschreibung\n"),
        nichts,
        nichts,
    )
    monkeypatch.setattr(watchfiles, "watch", welt.watch)
    welt.waechter(".").warte()
    teil = str(Path("2025/teil"))
    assert not any(teil in eins for eins in welt.belauscht[0])
    assert any(teil in eins for eins in welt.belauscht[-1])


def test_verborgene_ordner_bleiben_aussen_vor(ordner: Path) -> None:
    for name in (".git", "node_modules", "__pycache__", "ohne"):
        (ordner / name).mkdir()
        (ordner / name / "x.yaml").write_text("x: 1\n")
    gesehen = schnappschuss(["."])
    assert {Path(eins).name for eins in gesehen.ordner} == {"", "2024", "ohne"}
    assert len([eins for eins in gesehen.dateien if eins.endswith("x.yaml")]) == 1


def test_ordner_verschwindet_und_kommt_wieder(ordner: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    weg = ordner / "weg"
    welt = Welt(lambda: (ordner / "2024").rename(weg), *[nichts] * 20)
    monkeypatch.setattr(watchfiles, "watch", welt.watch)
    waechter = welt.waechter(str(ordner / "2024"))
    waechter.warte()
    assert not any(eins.endswith("bericht.yaml") for eins in schnappschuss([str(ordner / "2024")]).dateien)
    welt.ereignisse = [nichts, lambda: weg.rename(ordner / "2024"), nichts, nichts]
    waechter.warte()
    assert welt.meldungen == []


def test_ordner_verschwindet_beim_einrichten(ordner: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    welt = Welt(nichts, lambda: (ordner / "2024" / "bericht.yaml").write_text("neu"), nichts, nichts)
    versuche: list[object] = []

    def erst_nicht(*args: str, **kwargs: Any) -> Iterator[set[Any]]:
        versuche.append(args)
        if len(versuche) == 1:
            raise FileNotFoundError("No path was found.")
        yield from welt.watch(*args, **kwargs)

    monkeypatch.setattr(watchfiles, "watch", erst_nicht)
    welt.waechter(".").warte()
    assert len(versuche) == 2
    assert welt.meldungen == []


@pytest.mark.parametrize("fehler", [OSError("OS file watch limit reached."), RuntimeError("Error creating watcher")])
def test_an_der_grenze_des_betriebssystems_sieht_kmut_selbst_nach(
    ordner: Path, monkeypatch: pytest.MonkeyPatch, fehler: Exception
) -> None:
    def geht_nicht(*_args: str, **_kwargs: Any) -> Iterator[set[Any]]:
        raise fehler
        yield set()

    datei = ordner / "2024" / "bericht.yaml"
    welt = Welt(
        nichts, nichts, lambda: datei.write_text("eins"), nichts, lambda: datei.write_text("zwei!"), *[nichts] * 9
    )
    monkeypatch.setattr(watchfiles, "watch", geht_nicht)
    waechter = welt.waechter(".")
    waechter.warte()
    assert datei.read_text() == "eins"
    waechter.warte()
    assert datei.read_text() == "zwei!"
    (meldung,) = welt.meldungen
    assert meldung.startswith("Das Betriebssystem meldet Änderungen in diesen Ordnern nicht; kmut sieht stattdessen")

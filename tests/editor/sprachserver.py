"""A small client for the YAML language server: opens a text, asks what an editor would ask."""

from __future__ import annotations

import json
import queue
import shutil
import subprocess
import threading
from pathlib import Path
from typing import Any, BinaryIO, Self

HIER = Path(__file__).parent
PROGRAMM = HIER / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
WARTEN = 60  # seconds; only a server that hangs ever takes so long
EINSTELLUNGEN = {
    "yaml": {
        "validate": True,
        "hover": True,
        "completion": True,
        "schemaStore": {"enable": False},  # no look at the net: the schema is named by the file itself
    }
}


class Sprachserver:
    """The server as a process that speaks over its standard input and output; use with ``with``."""

    def __init__(self) -> None:
        node = shutil.which("node")
        if node is None or not PROGRAMM.exists():
            raise AssertionError(
                "Der Sprachserver fehlt. Er braucht Node.js; geholt wird er im Ordner tests/editor mit: npm ci."
                " Beides prüft und erledigt: python3 tasks.py editor"
            )
        self._prozess = subprocess.Popen(
            [node, str(PROGRAMM), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        assert self._prozess.stdin is not None and self._prozess.stdout is not None
        self._eingang: BinaryIO = self._prozess.stdin
        self._nachrichten: queue.Queue[dict[str, Any] | None] = queue.Queue()
        threading.Thread(target=self._lies, args=(self._prozess.stdout,), daemon=True).start()
        self._diagnosen: dict[str, list[dict[str, Any]]] = {}
        self._nummer = 0

    def __enter__(self) -> Self:
        faehigkeiten = {
            "workspace": {"configuration": True},
            "textDocument": {
                "completion": {
                    "completionItem": {"documentationFormat": ["markdown", "plaintext"], "snippetSupport": True}
                },
                "hover": {"contentFormat": ["markdown", "plaintext"]},
                "publishDiagnostics": {},
            },
        }
        self.frage("initialize", {"processId": None, "rootUri": None, "capabilities": faehigkeiten})
        self._melde("initialized", {})
        self._melde("workspace/didChangeConfiguration", {"settings": EINSTELLUNGEN})
        return self

    def __exit__(self, *_: object) -> None:
        self._prozess.kill()
        self._prozess.wait()

    def oeffne(self, ordner: Path, text: str) -> str:
        """Open a text as if it were a new file in a folder; gives its URI."""
        self._nummer += 1  # a name of its own: of a file opened twice the server may still know the older text
        uri = (ordner / f"neu-{self._nummer}.yaml").as_uri()
        dokument = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._melde("textDocument/didOpen", {"textDocument": dokument})
        return uri

    def vorschlaege(self, uri: str, zeile: int, spalte: int) -> dict[str, dict[str, Any]]:
        """Give what the editor proposes at a place (both from 0), by label."""
        antwort = self.frage("textDocument/completion", _ort(uri, zeile, spalte))
        eintraege = antwort["items"] if isinstance(antwort, dict) else antwort or []
        return {eintrag["label"]: eintrag for eintrag in eintraege}

    def hinweis(self, uri: str, zeile: int, spalte: int) -> str:
        """Give what the editor shows under the pointer, as Markdown; empty if nothing."""
        antwort = self.frage("textDocument/hover", _ort(uri, zeile, spalte))
        return str(antwort["contents"]["value"]) if antwort else ""

    def diagnosen(self, uri: str) -> list[dict[str, Any]]:
        """Give what the editor underlines."""
        while uri not in self._diagnosen:
            self._naechste()
        return self._diagnosen.pop(uri)

    def frage(self, methode: str, parameter: dict[str, Any]) -> Any:
        """Send a request and give its result."""
        self._nummer += 1
        self._sende({"id": self._nummer, "method": methode, "params": parameter})
        while True:
            nachricht = self._naechste()
            if nachricht.get("id") == self._nummer and "method" not in nachricht:
                assert "error" not in nachricht, nachricht["error"]
                return nachricht["result"]

    def _melde(self, methode: str, parameter: dict[str, Any]) -> None:
        self._sende({"method": methode, "params": parameter})

    def _sende(self, nachricht: dict[str, Any]) -> None:
        inhalt = json.dumps({"jsonrpc": "2.0", **nachricht}).encode()
        self._eingang.write(b"Content-Length: %d\r\n\r\n%b" % (len(inhalt), inhalt))
        self._eingang.flush()

    def _naechste(self) -> dict[str, Any]:
        """Wait for one message; answer it if it is a question, keep it if it is a diagnosis."""
        nachricht = self._nachrichten.get(timeout=WARTEN)
        assert nachricht is not None, "Der Sprachserver hat sich beendet."
        if nachricht.get("method") == "textDocument/publishDiagnostics":
            self._diagnosen[nachricht["params"]["uri"]] = nachricht["params"]["diagnostics"]
        elif "method" in nachricht and "id" in nachricht:
            self._sende({"id": nachricht["id"], "result": _auskunft(nachricht)})
        return nachricht

    def _lies(self, ausgang: BinaryIO) -> None:
        while kopf := ausgang.readline():
            if kopf.lower().startswith(b"content-length:"):
                laenge = int(kopf.split(b":")[1])
                while ausgang.readline().strip():
                    pass
                self._nachrichten.put(json.loads(ausgang.read(laenge)))
        self._nachrichten.put(None)


def _ort(uri: str, zeile: int, spalte: int) -> dict[str, Any]:
    return {"textDocument": {"uri": uri}, "position": {"line": zeile, "character": spalte}}


def _auskunft(nachricht: dict[str, Any]) -> Any:
    """Answer what the server asks its editor: the settings; all else with nothing."""
    if nachricht["method"] == "workspace/configuration":
        return [EINSTELLUNGEN.get(eins.get("section")) for eins in nachricht["params"]["items"]]
    return None

"""Repositories for tests, made with git itself; nothing of the machine's own settings reaches them."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

UMGEBUNG = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Erika Beispiel",
    "GIT_AUTHOR_EMAIL": "erika@example.org",
    "GIT_COMMITTER_NAME": "Erika Beispiel",
    "GIT_COMMITTER_EMAIL": "erika@example.org",
}


def git(ordner: Path, *argumente: str, zeit: str = "2026-01-01T12:00:00+00:00") -> str:
    """Run git in a folder, at a given time."""
    umgebung = {**os.environ, **UMGEBUNG, "GIT_AUTHOR_DATE": zeit, "GIT_COMMITTER_DATE": zeit}
    lauf = subprocess.run(
        ["git", "-C", str(ordner), "-c", "init.defaultBranch=main", *argumente],
        env=umgebung,
        check=True,
        capture_output=True,
        text=True,
    )
    return lauf.stdout.strip()


def repository(ordner: Path) -> Path:
    """Make an empty repository."""
    ordner.mkdir(parents=True, exist_ok=True)
    git(ordner, "init", "-q")
    return ordner


def checke_ein(ordner: Path, dateien: dict[str, str | bytes], tag: str = "2026-01-01") -> str:
    """Write files and commit them at noon of a day; gives the hash."""
    for name, inhalt in dateien.items():
        pfad = ordner / name
        pfad.parent.mkdir(parents=True, exist_ok=True)
        pfad.write_bytes(inhalt.encode() if isinstance(inhalt, str) else inhalt)
    git(ordner, "add", "--all")
    git(ordner, "commit", "-q", "-m", "Stand", zeit=f"{tag}T12:00:00+00:00")
    return git(ordner, "rev-parse", "HEAD")

"""The smallest program with Typer: one command with one argument. With ``BARE=1`` its help is written without Rich."""

from __future__ import annotations

import os

import typer

app = typer.Typer(rich_markup_mode=None) if os.environ.get("BARE") else typer.Typer()


@app.command()
def hello(name: str) -> None:
    """Say hello."""
    print(f"Hello {name}")


if __name__ == "__main__":
    app()

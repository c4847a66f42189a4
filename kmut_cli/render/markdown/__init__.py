"""Markdown output: a presentation and a template become text that reads well by itself and parses as it was meant."""

from __future__ import annotations

from kmut_cli.render.markdown.renderer import render_markdown

__all__ = ["render_markdown"]

"""Word output: a presentation and a template that staff edit in Word become one .docx file."""

from __future__ import annotations

from kmut_cli.render.word.renderer import RenderResult, render_docx

__all__ = ["RenderResult", "render_docx"]

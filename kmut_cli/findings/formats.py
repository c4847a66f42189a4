"""The output formats by name; the module of one is imported when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TypeAlias, cast

from kmut_cli.findings.report import Report

Formatter: TypeAlias = Callable[[Report], str]
"""Report → the whole output: it ends with a line break, or is empty."""

FORMATS: Mapping[str, str] = {
    "text": "kmut_cli.findings.text:format_text",
    "json": "kmut_cli.findings.json_format:format_json",
    "sarif": "kmut_cli.findings.sarif:format_sarif",
    "junit": "kmut_cli.findings.junit:format_junit",
    "github": "kmut_cli.findings.github:format_github",
    "gitlab": "kmut_cli.findings.gitlab:format_gitlab",
}
"""Name → ``module:function``."""


def formatter(name: str) -> Formatter:
    """Give the function behind a format's name.

    Raises:
        KeyError: If there is no such format; see ``FORMATS``.
    """
    module, function = FORMATS[name].split(":")
    return cast(Formatter, getattr(import_module(module), function))

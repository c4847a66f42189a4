"""Failures of the operating system are told in German."""

from __future__ import annotations

import errno
import os

import pytest

from kmut_cli.source.oserror import grund, rat


@pytest.mark.parametrize("number", sorted(errno.errorcode))
def test_no_word_of_the_system_gets_through(number: int) -> None:
    error = OSError(number, os.strerror(number))
    assert os.strerror(number) not in grund(error)
    assert not grund(error).endswith(".")
    assert rat(error).endswith(".")


def test_known_reasons() -> None:
    assert grund(OSError(errno.ENOSPC, "")) == "der Datenträger ist voll"
    assert grund(PermissionError(errno.EACCES, "")) == "die Rechte dazu fehlen"
    assert grund(ValueError("embedded null byte")) == "der Name enthält ein unerlaubtes Zeichen"
    assert grund(OSError("ohne Nummer")) == ""

"""The bases of everything that stands in a document: models, sections, chapters, documents."""

from __future__ import annotations

import os
from functools import cache
from typing import Any, ClassVar, TypeGuard, TypeVar

from pydantic import BaseModel, ConfigDict, Field, model_validator

T = TypeVar("T")

# Plug-ins that other programs have put into the same Python would see every answer, and looking for them takes time.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


class Modell(BaseModel):
    """Base of all types: unknown keys are errors, nothing is converted silently, nothing changes once read.

    Attributes:
        ist_bezug: Whether it stands for an answer that is taken from another file.
    """

    ist_bezug: ClassVar[bool] = False

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)


class Teile(Modell):
    """An answer made of several values, each declared with :func:`~kmut_cli.documents.frage.teil`.

    Class attributes are given in the class statement:
        wiederholt: What an entry is called whose parts are printed one below the other, with its number, where a form
            repeats a block of questions; empty for the row of a table.
    """

    wiederholt: ClassVar[str] = ""

    def __init_subclass__(cls, *, wiederholt: str = "", **kwargs: Any) -> None:
        """Take the class attributes from the class statement."""
        super().__init_subclass__(**kwargs)
        cls.wiederholt = wiederholt or cls.wiederholt


class Gliederungsteil(Modell):
    """A chapter or section: an empty key in a draft is the same as none."""

    titel: ClassVar[str] = ""
    hinweis: ClassVar[str] = ""

    def __init_subclass__(cls, *, titel: str = "", hinweis: str = "", **kwargs: Any) -> None:
        """Take the official title and hint from the class statement."""
        super().__init_subclass__(**kwargs)
        cls.titel = titel or cls.titel
        cls.hinweis = hinweis or cls.hinweis

    @model_validator(mode="before")
    @classmethod
    def _leer(cls, wert: Any) -> Any:
        return {} if wert is None else wert


class Abschnitt(Gliederungsteil):
    """A numbered section of the report or a block of the form; its fields are questions, in official order."""


class Kapitel(Gliederungsteil):
    """A chapter; its fields are sections, in official order."""


def noch_leer(klasse: type[Gliederungsteil]) -> Any:
    """Declare a chapter or section: as long as its key is missing, all its questions are open.

    The empty one is built without validation and, since nothing changes, once for all documents: to validate nothing
    Pydantic would first build a validator for each section that a draft does not have yet.
    """
    return Field(default_factory=cache(klasse.model_construct))


def ist_typ(annotation: Any, basis: type[T]) -> TypeGuard[type[T]]:
    """Whether an annotation is a class below ``basis``."""
    return isinstance(annotation, type) and issubclass(annotation, basis)

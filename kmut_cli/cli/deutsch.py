"""Typer in German: help pages and usage errors without a word of the library's English."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, ClassVar

from typer.core import TyperCommand, TyperGroup
from typer.exceptions import TyperException

from kmut_cli.documents.vorschlag import aehnlich


def _aufruf(befehl: Any, ctx: Any, formatter: Any) -> None:
    argumente = [_argument(param) for param in befehl.params if param.param_type_name == "argument"]
    formatter.write_usage(ctx.command_path, " ".join(["[OPTIONEN]", *argumente]), prefix="Aufruf: ")


def _argument(param: Any) -> str:
    name = param.metavar + ("..." if param.nargs == -1 else "")
    return name if param.required else f"[{name}]"


def _optionen(befehl: Any, ctx: Any, formatter: Any) -> None:
    argumente: list[tuple[str, str]] = []
    optionen: list[tuple[str, str]] = []
    for param in befehl.get_params(ctx):
        if param.hidden:
            continue
        if param.param_type_name == "argument":
            argumente.append((param.metavar, param.help or ""))
            continue
        namen = ", ".join(param.opts)
        optionen.append((namen if param.is_flag else f"{namen} {param.metavar or 'WERT'}", param.help or ""))
    for titel, zeilen in (("Argumente", argumente), ("Optionen", optionen)):
        if zeilen:
            with formatter.section(titel):
                formatter.write_dl(zeilen)


def _deutsche_hilfeoption(option: Any) -> Any:
    if option is not None:
        option.help = "Zeigt diese Hilfe."
    return option


@contextmanager
def _mit_befehl(ctx: Any) -> Iterator[None]:
    """Note on a usage error which command it is about; the parser does not always say."""
    try:
        yield
    except TyperException as fehler:
        fehler.ctx = getattr(fehler, "ctx", None) or ctx  # type: ignore[attr-defined]
        raise


class Befehl(TyperCommand):
    """A command whose help is German."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments."""
        with _mit_befehl(ctx):
            return super().parse_args(ctx, args)

    def get_help_option(self, ctx: Any) -> Any:
        """Give the option that shows the help."""
        return _deutsche_hilfeoption(super().get_help_option(ctx))

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the line that shows how to call the command."""
        _aufruf(self, ctx, formatter)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write arguments and options with their help."""
        _optionen(self, ctx, formatter)


class Befehlsgruppe(TyperGroup):
    """A group whose help is German and whose commands are imported when they are called.

    Subclasses state ``befehle``: name → (module with a function ``befehl`` that gives the command, one line of help).
    """

    befehle: ClassVar[dict[str, tuple[str, str]]] = {}

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments before the command's name."""
        with _mit_befehl(ctx):
            return super().parse_args(ctx, args)

    def get_help_option(self, ctx: Any) -> Any:
        """Give the option that shows the help."""
        return _deutsche_hilfeoption(super().get_help_option(ctx))

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:
        """Offer commands and options for the Tab key; the commands' modules stay unread."""
        from typer._click.shell_completion import CompletionItem

        befehle = [
            CompletionItem(name, help=kurz)
            for name, (_modul, kurz) in self.befehle.items()
            if name.startswith(incomplete)
        ]
        # TyperGroup would import each command to ask for its help; its base offers the options.
        return [*befehle, *super(TyperGroup, self).shell_complete(ctx, incomplete)]

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the line that shows how to call the group."""
        formatter.write_usage(ctx.command_path, "BEFEHL [ARGUMENTE]", prefix="Aufruf: ")

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write options and commands; the commands' modules stay unread."""
        _optionen(self, ctx, formatter)
        zeilen = [(name, kurz) for name, (_modul, kurz) in self.befehle.items()]
        with formatter.section("Befehle"):
            formatter.write_dl(zeilen)

    def list_commands(self, ctx: Any) -> list[str]:
        """Give the names of all commands."""
        return list(self.befehle)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Import the module of a command and give it; None if there is no such command."""
        from importlib import import_module

        return import_module(self.befehle[cmd_name][0]).befehl(cmd_name) if cmd_name in self.befehle else None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command that is called.

        Raises:
            UnbekannterBefehl: There is none of that name.
        """
        if not args[0].startswith("-") and args[0] not in self.befehle:
            raise UnbekannterBefehl(args[0], list(self.befehle), ctx.command_path)
        return super().resolve_command(ctx, args)


class UnbekannterBefehl(TyperException):
    """A command that does not exist, with its German message."""

    def __init__(self, name: str, bekannt: list[str], pfad: str) -> None:
        """Compose the message.

        Args:
            name: What was typed.
            bekannt: The commands that exist.
            pfad: The command line up to here.
        """
        nah = aehnlich(name, bekannt, ab=0.6)
        hilfe = f"Meinten Sie „{pfad} {nah}“?" if nah else f"Es gibt: {', '.join(bekannt)}."
        super().__init__(f"Den Befehl „{name}“ gibt es nicht. {hilfe}")


def fehlermeldung(fehler: Any) -> str:
    """Say in German what is wrong with a command line.

    Args:
        fehler: An exception of Typer's parser; told apart by class and not by its English text.
    """
    param = getattr(fehler, "param", None)
    name = _name(param) if param is not None else ""
    art = type(fehler).__name__
    ctx = getattr(fehler, "ctx", None)
    if isinstance(fehler, UnbekannterBefehl | EigeneMeldung):
        return fehler.message
    if art == "NoSuchOption":
        nah = getattr(fehler, "possibilities", None)
        hilfe = f" Meinten Sie „{sorted(nah)[0]}“?" if nah else _hinweis(ctx)
        return f"Die Option „{fehler.option_name}“ gibt es nicht.{hilfe}"
    if art == "NoArgsIsHelpError" or not str(fehler):
        return f"Es fehlt der Befehl.{_hinweis(ctx)}"
    if art == "MissingParameter":
        return f"Es fehlt die Angabe {name}.{_hinweis(ctx)}"
    if art == "BadOptionUsage":
        return f"Die Option „{fehler.option_name}“ {_wertregel(ctx, fehler.option_name)}{_hinweis(ctx)}"
    if art == "BadParameter":
        return f"Die Angabe zu {name} passt nicht.{_hinweis(ctx)}"
    return f"Der Aufruf ist nicht richtig: Es sind zu viele oder unbekannte Angaben dabei.{_hinweis(ctx)}"


class EigeneMeldung(TyperException):
    """A usage error of our own, already in German."""


def _name(param: Any) -> str:
    return param.metavar if param.param_type_name == "argument" else " / ".join(param.opts)


def _hinweis(ctx: Any) -> str:
    return f" Hilfe: {ctx.command_path} --help" if ctx is not None else ""


def _wertregel(ctx: Any, option: str) -> str:
    schalter = [param.is_flag for param in ctx.command.get_params(ctx) if option in param.opts]
    return "ist ein Schalter und verträgt keinen Wert." if any(schalter) else "braucht einen Wert."

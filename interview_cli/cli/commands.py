"""The commands by name. Only the one that is asked for is imported and built: all of them take longer than a start may."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from importlib import import_module
from typing import Any, Protocol

import typer
from typer.core import TyperGroup
from typer.main import get_command

from interview_cli.cli.common import named
from interview_cli.cli.usage import in_our_words

MODULES = {
    "drill": "drill_command",
    "grade": "grade_command",
    "solve": "solve_command",
    "debug": "debug_command",
    "mock": "mock_command",
    "pitch": "papers_command",
    "check": "check_command",
    "show": "show_command",
    "find": "find_command",
    "plan": "plan_command",
    "report": "report_command",
    "night-before": "night_before_command",
    "doctor": "doctor_command",
    "papers": "papers_command",
    "bank": "bank_command",
    "log": "log_command",
    "help": "help_command",
}
"""Where each command is; `register` of the module adds it to an app."""

TOPICS = {
    "Practice": ("drill", "grade", "solve", "debug", "mock", "pitch", "night-before"),
    "Plan and progress": ("plan", "report"),
    "Look up": ("find", "show", "check"),
    "Questions, papers and data": ("bank", "papers", "log", "doctor", "help"),
}
"""How `--help` lists them; a name without a module is passed over."""


class Group(TyperGroup):
    """A group whose command line is refused as everything else is: what is wrong, and what to do."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """Raises: UsageError."""
        with in_our_words(ctx):
            return super().parse_args(ctx, args)

    def invoke(self, ctx: typer.Context) -> Any:  # type: ignore[override]
        """Raises: UsageError, also for what its commands are given."""
        with in_our_words(ctx):
            return super().invoke(ctx)

    def resolve_command(self, ctx: typer.Context, args: list[str]) -> Any:  # type: ignore[override]
        """Raises: UsageError, with the nearest commands."""
        if not (ctx.resilient_parsing or args[0].startswith("-")):
            named(args[0], self.commands, "command", where=f"to list them: {ctx.command_path} --help")
        return super().resolve_command(ctx, args)


class Commands(Group):
    """The program's group; `--help` and completion build what they list."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self.commands = _Built()  # type: ignore[assignment]

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]
        """All names, in the order of the topics."""
        del ctx
        return [name for names in TOPICS.values() for name in names if name in MODULES]

    def format_commands(self, ctx: typer.Context, formatter: Formatter) -> None:  # type: ignore[override]
        """The commands by topic."""
        del ctx
        for topic, names in TOPICS.items():
            with formatter.section(topic):
                formatter.write_dl([(name, self.commands[name].short_help or "") for name in names if name in MODULES])


class Formatter(Protocol):
    """What typer gives to write help into."""

    def section(self, name: str) -> AbstractContextManager[None]: ...
    def write_dl(self, rows: Sequence[tuple[str, str]]) -> None: ...


class _Command(Protocol):
    """What typer makes of a function."""

    name: str | None
    help: str | None
    short_help: str | None


class _Built(Mapping[str, _Command]):
    """Commands by name, each built when it is looked at."""

    def __getitem__(self, name: str) -> _Command:
        part = typer.Typer(rich_markup_mode=None, add_completion=False, callback=_nothing)
        import_module(f"{__package__}.{MODULES[name]}").register(part)
        built = get_command(part)
        assert isinstance(built, TyperGroup)
        command = built.commands[name]
        _say_in_full(command)
        return command

    def __iter__(self) -> Iterator[str]:
        return iter(MODULES)

    def __len__(self) -> int:
        return len(MODULES)


def _say_in_full(command: _Command) -> None:
    """Give it, and its own commands, a first sentence for the lists that typer would cut off where a line ends."""
    command.short_help = _first_sentence(command.help or "")
    if isinstance(command, TyperGroup):
        for part in command.commands.values():
            part.short_help = _first_sentence(part.help or "")


def _first_sentence(text: str) -> str:
    return " ".join(text.split("\n\n")[0].split()).split(". ")[0].removesuffix(".") + "."


def _nothing() -> None:
    """What makes a group also of a single command."""

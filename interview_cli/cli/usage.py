"""What cannot be read of a command line, in our words: typer's say what they expected of a type, and not what to do.

Imports typer. Its kinds of error are told apart by what they carry, because it exports only the base of them.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import typer

from interview_cli.domain.errors import UsageError

TYPERS_ERROR: Any = next(kind for kind in typer.BadParameter.__mro__ if kind.__name__ == "UsageError")
SHOWS_HELP = "NoArgsIsHelpError"
"""Not a mistake: a group alone shows its help."""


@contextmanager
def in_our_words(context: typer.Context) -> Iterator[None]:
    """Raises: UsageError in the place of typer's; `context` is of the group whose command was being read."""
    try:
        yield
    except TYPERS_ERROR as error:
        if type(error).__name__ == SHOWS_HELP:
            raise
        message, hint = _said(error, error.ctx or _of_command_being_read(context))
        raise UsageError(message, hint=hint) from None


def _of_command_being_read(context: Any) -> Any:
    """Of an option without its value typer doesn't say whose it is."""
    name = context.invoked_subcommand
    if name is None:
        return context
    return type(context)(context.command.commands[name], info_name=name, parent=context)


def _said(error: Any, context: Any) -> tuple[str, str]:
    """What is wrong, and what to do."""
    if hasattr(error, "possibilities"):
        return f"no option {error.option_name!r}", _nearest(error.option_name, context)
    if hasattr(error, "param_type"):
        return f"{_name(error.param)} is missing", _example(context)
    if getattr(error, "param", None) is not None:
        return f"{_name(error.param)} can't be {_value(error)}", _allowed(error, context)
    if hasattr(error, "option_name"):
        return _about_value(error, context)
    left = re.search(r"extra arguments?(?:\(s\))? \((.*)\)", error.format_message())
    if left:
        return f"{left[1]!r} wasn't expected here", _example(context)
    return error.format_message(), _help(context)


def _name(param: Any) -> str:
    """As it is typed, or as the usage has it."""
    names = [name for name in param.opts if name.startswith("-")]
    return max(names, key=len) if names else str(param.metavar or param.name).upper()


def _value(error: Any) -> str:
    """What was given, where typer says it."""
    faults: Any = getattr(error.__cause__, "errors", list)()
    return repr(faults[0]["input"]) if faults else "that value"


def _allowed(error: Any, context: Any) -> str:
    """The numbers that may be given: the help ends with them."""
    said = (error.param.get_help_record(context) or ("", ""))[1]
    number = "a whole number" if re.search(r"<?int", f"{_type(error.param)}") else "a number"
    limits = re.search(r"\[(?:([\d.]+)<=)?x(?:<=([\d.]+)|>=([\d.]+))?\]$", said)
    match limits.groups() if limits else (None, None, None):
        case str(least), str(most), _:
            return f"give {number} from {least} to {most}"
        case _, _, str(least):
            return f"give {number}, {least} or more"
        case _, str(most), _:
            return f"give {number}, {most} or less"
        case _:
            return f"give {number}"


def _type(param: Any) -> str:
    """What typer turns the value into; where it keeps that differs between its versions."""
    kept = getattr(param, "type_descriptor", None)
    return str(kept.annotation if kept is not None else param.type.name)


def _about_value(error: Any, context: Any) -> tuple[str, str]:
    """An option without its value, or a switch with one."""
    name = error.option_name
    param = next((one for one in context.command.get_params(context) if name in one.opts), None)
    if param is None or param.is_flag:
        return f"{name} takes no value", f"write {name} alone"
    return f"{name} needs a value", f"write it after the option: {name} {param.metavar or 'VALUE'}"


def _nearest(name: str, context: Any) -> str:
    known = [option for param in context.command.get_params(context) for option in param.opts if option[0] == "-"]
    near = difflib.get_close_matches(name, known, n=3, cutoff=0.7) if name.startswith("--") else []
    if near:
        return f"did you mean {', '.join(near)}?"
    after = "" if context.parent else "; a command's own options come after its name"
    return _help(context, "list the options") + after


def _example(context: Any) -> str:
    """One that works, where the command has one."""
    epilog = context.command.epilog or ""
    return epilog.replace("Example: ", "for example: ") if epilog else _help(context)


def _help(context: Any, do: str = "see how it works") -> str:
    return f"to {do}: {context.command_path} --help"

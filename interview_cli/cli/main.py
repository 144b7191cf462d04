"""The command line: globals, commands, and the one place where errors are shown and exit codes chosen.

Imports typer; each command imports what it needs when it runs, so that `--help` stays quick.
"""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from interview_cli import __version__
from interview_cli.cli.commands import Commands
from interview_cli.cli.common import DISK_FULL
from interview_cli.cli.early import end_unadopted_host, start_host_for
from interview_cli.cli.exit_codes import ExitCode
from interview_cli.cli.wiring import World, make_world
from interview_cli.domain.errors import InterviewError, UnavailableError, UsageError
from interview_cli.domain.line_breaks import path_in_words

app = typer.Typer(
    name="interview",
    cls=Commands,
    help="Drill, grade and report for a GenAI research-scientist interview, in the terminal and offline.",
    rich_markup_mode=None,
    no_args_is_help=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"interview {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True, epilog="Example: interview drill --minutes 30")
def globals_(
    context: typer.Context,
    home: Annotated[
        Path | None,
        typer.Option("--home", metavar="DIR", help="Folder for the log and settings [env: INTERVIEW_HOME]."),
    ] = None,
    bank: Annotated[
        list[Path] | None,
        typer.Option("--bank", metavar="DIR", help="Add this question bank on top of ours. Repeatable."),
    ] = None,
    no_color: Annotated[bool, typer.Option("--no-color", help="No color [env: NO_COLOR].")] = False,
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and exit.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Drill, grade and report for a GenAI research-scientist interview, in the terminal and offline.

    Without a command: what is due today. Start with: interview drill. Help on one command: interview help drill.
    """
    del version
    overlays = bank or []
    for folder in overlays:
        if not folder.is_dir():
            raise UsageError(
                f"--bank {path_in_words(folder)} isn't a folder", hint="give a folder with a question bank"
            )
    world = make_world(home, overlays, color_allowed=not no_color)
    context.obj = world
    context.call_on_close(world.close)
    if context.invoked_subcommand is None:
        from interview_cli.cli.today_command import today

        today(world)


def run() -> None:
    """Entry of the program."""
    _open_closed_streams()
    start_host_for(sys.argv[1:])
    try:
        _run_command()
    except InterviewError as error:
        _show(error)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        sys.exit(ExitCode.INTERRUPTED)
    except OSError as error:
        sys.exit(_end_of_output(error) if error.errno in _OUTPUT_ENDED else _report_bug(error))
    except Exception as error:
        sys.exit(_report_bug(error))
    finally:
        end_unadopted_host()


def _open_closed_streams() -> None:
    """A closed stream would be None here, and hand its number to the first file that is opened: nobody is at it."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - open to the end


def _run_command() -> None:
    """What is left in the buffer is written here, where it can still be said that it cannot."""
    try:
        app(prog_name="interview")
    except SystemExit as ended:
        if isinstance(ended.__context__, BrokenPipeError):
            raise ended.__context__ from None  # typer took it for a failure
        try:
            sys.stdout.flush()
        except BrokenPipeError:
            sys.stdout = None
        raise ended from None


_OUTPUT_ENDED = DISK_FULL | {errno.EPIPE, errno.EIO}


def _end_of_output(error: OSError) -> int:
    """Nobody reads any more, the terminal has gone (EIO), or there is no room for what is written."""
    sys.stdout = None  # nothing more may be flushed into it
    if error.errno not in DISK_FULL:
        return ExitCode.OK
    message = f"can't write the output: {error.strerror}"
    _show(UnavailableError(message, hint="free some space, or write somewhere else"))
    return ExitCode.ENVIRONMENT


def _show(error: InterviewError) -> None:
    """One place shows errors; stdout stays empty."""
    make_world(None, [], color_allowed=False).terminal.error(error)


def _report_bug(error: Exception) -> int:
    """Save what is needed to find the bug, say where; the traceback stays out of the way."""
    import tempfile
    import traceback

    text = (
        f"interview {__version__}\npython {sys.version}\n{sys.platform}\n\n{''.join(traceback.format_exception(error))}"
    )
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="interview-bug-", suffix=".txt", delete=False, encoding="utf-8"
        ) as file:
            file.write(text)
            where = f"the details are in {file.name}"
    except OSError:
        where = text
    sys.stderr.write(f"interview: error: this is a bug in interview: {type(error).__name__}: {error}\nhint: {where}\n")
    return ExitCode.BUG


def world_of(context: typer.Context) -> World:
    """The world that the globals made."""
    assert isinstance(context.obj, World)
    return context.obj

"""`interview mock`: one round or five against the clock, and the scorecards of those that were held."""

from __future__ import annotations

from typing import Annotated

import typer

from interview_cli.cli.common import MAX_SEED, Json, world_of
from interview_cli.domain.errors import UsageError


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("mock", epilog="Example: interview mock --round fundamentals --quick")(mock)


def complete_round(incomplete: str) -> list[str]:
    """Names of rounds, for the shell."""
    from interview_cli.bank.load import packaged_bank
    from interview_cli.bank.rounds import read_rounds

    return [name for name in read_rounds([packaged_bank()]) if name.startswith(incomplete)]


def mock(
    context: typer.Context,
    round_: Annotated[
        str | None,
        typer.Option("--round", "-r", metavar="NAME", help="The round to run.", autocompletion=complete_round),
    ] = None,
    loop: Annotated[bool, typer.Option("--loop", help="All rounds but debugging, with breaks between them.")] = False,
    quick: Annotated[bool, typer.Option("--quick", help="The same structure in a fifth of the time.")] = False,
    resume: Annotated[bool, typer.Option("--resume", help="Continue where you left; the clock kept running.")] = False,
    seed: Annotated[
        int | None,
        typer.Option("--seed", metavar="N", min=0, max=MAX_SEED, help="The same seed and history give the same round."),
    ] = None,
    list_: Annotated[bool, typer.Option("--list", help="List the rounds and your scorecards.")] = False,
    card: Annotated[
        str | None, typer.Option("--card", metavar="ID", help="Show a scorecard or a whole loop again.")
    ] = None,
    json_: Json = False,
) -> None:
    """A round of an interview against the clock, and a scorecard worth reading.

    Answers are spoken: notes are optional, and you tick what you said. Piped, it reads one line for each prompt, and the
    end of input ends it. With --json the scorecards are JSON lines on stdout, and the interview is held on stderr.
    """
    from interview_cli.cli.mock_cards import list_all, show_again
    from interview_cli.cli.mock_rounds import blueprints_of, hold, rounds_of

    world = world_of(context)
    for option, given in {"--quick": quick, "--seed": seed is not None}.items():
        if given and not (round_ or loop):
            raise UsageError(f"{option} goes with --round or --loop")
    asked = [name for name, given in _ways(round_, loop, resume, list_, card).items() if given]
    if len(asked) != 1:
        hint = "give one of --round NAME, --loop, --resume, --list and --card ID"
        raise UsageError("no action given" if not asked else f"{' and '.join(asked)} can't be combined", hint=hint)
    if list_:
        list_all(world, blueprints_of(world).values(), json_)
    elif card is not None:
        show_again(world, card, json_)
    else:
        hold(world, rounds_of(world, round_), quick=quick, seed=seed, json_=json_, resume=resume)


def _ways(round_: str | None, loop: bool, resume: bool, list_: bool, card: str | None) -> dict[str, bool]:
    return {
        "--round": round_ is not None,
        "--loop": loop,
        "--resume": resume,
        "--list": list_,
        "--card": card is not None,
    }

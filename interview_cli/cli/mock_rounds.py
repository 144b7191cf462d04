"""Holds a mock interview: its rounds, the papers it asks about, going on with one that was cut short."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from interview_cli.bank.load import packaged_bank
from interview_cli.bank.papers import example_papers, read_papers
from interview_cli.bank.rounds import read_rounds
from interview_cli.cli.exit_codes import ExitCode
from interview_cli.cli.mock_cards import print_session
from interview_cli.cli.signals import ended_by_signals
from interview_cli.cli.wiring import fresh_seed
from interview_cli.domain.errors import UsageError
from interview_cli.domain.rounds.blueprint import DivePart, Pace, PitchPart
from interview_cli.services.mock.pitch import pitch_rounds
from interview_cli.services.mock.record import open_mock
from interview_cli.services.mock.session import Mock
from interview_cli.services.mock.steps import Means, Request, RoundOver
from interview_cli.ui.asking.factory import make_asker, make_timed_asker
from interview_cli.ui.asking.lines import EndOfInput, HungUp, Interrupts
from interview_cli.ui.code.code_desk import CodeDesk
from interview_cli.ui.mock.loop import NOTHING_ANSWERED, MockLoop
from interview_cli.ui.mock.notes import Notes
from interview_cli.ui.mock.transcript import transcript_command

if TYPE_CHECKING:
    from interview_cli.cli.wiring import World
    from interview_cli.domain.rounds.blueprint import Blueprint
    from interview_cli.domain.rounds.paper import Paper
    from interview_cli.ui.terminal import Terminal

EXAMPLES_ASKED = "You haven't added a paper yet, so you get an example. To add one: interview papers add ID"
ONLY_EXAMPLES = (
    "None of your papers is complete yet, so you get an example. To see what's missing: interview papers list"
)


def blueprints_of(world: World) -> dict[str, Blueprint]:
    """The rounds by name, those of overlays laid over ours."""
    return read_rounds([packaged_bank(), *world.overlays])


def rounds_of(world: World, name: str | None) -> tuple[str, ...]:
    """The round of this name, or those of the loop. Raises: UsageError."""
    blueprints = blueprints_of(world)
    if name is None:
        return tuple(name for name, blueprint in blueprints.items() if blueprint.in_loop)
    if name not in blueprints:
        raise UsageError(f"there's no round {name!r}", hint=f"choose one of {', '.join(blueprints)}")
    return (name,)


def hold(world: World, rounds: Sequence[str], *, quick: bool, seed: int | None, json_: bool, resume: bool) -> None:
    """Hold the rounds, or go on with what was cut short. Raises: UsageError; Exit, interrupted."""
    world.places.hold_all("a mock interview")
    terminal = replace(world.terminal, stdout=world.terminal.stderr, _console=None) if json_ else world.terminal
    means = means_of(world)
    held = resumed(world, means) if resume or would_go_on(means, terminal) else None
    if held is None:
        close_open(means, terminal)
        note_papers(world, [means.blueprints[name] for name in rounds])
        used = fresh_seed() if seed is None else seed
        held = Mock.start(means, Request(tuple(rounds), Pace.QUICK if quick else Pace.FULL, used))
    play(world, means, held, terminal)
    if json_:
        print_session(world, held.session)


def means_of(world: World) -> Means:
    """What an interview is held with."""

    return Means(
        bank=world.bank,
        log=world.log,
        clock=world.clock,
        ids=world.ids,
        landed=world.landed,
        present=world.present,
        blueprints={**blueprints_of(world), **pitch_rounds()},
        papers=papers_of(world),
    )


def papers_of(world: World) -> tuple[Paper, ...]:
    """The user's papers that have no faults, else the examples."""
    return _sound(world.home.papers) or _sound()


def _sound(folder: Path | None = None) -> tuple[Paper, ...]:
    """The papers of a folder, by default of the examples, that have no faults."""

    files = read_papers(example_papers() if folder is None else folder)
    return tuple(file.paper for file in files if file.paper is not None)


def note_papers(world: World, blueprints: Iterable[Blueprint]) -> None:
    """Say which papers these rounds pass over, or that they ask about examples, where they ask about papers at all."""

    if not any(isinstance(part, DivePart | PitchPart) for blueprint in blueprints for part in blueprint.parts):
        return
    own = read_papers(world.home.papers)
    for file in own:
        if file.faults:
            more = f" (and {len(file.faults) - 1} more)" if len(file.faults) > 1 else ""
            world.terminal.note(
                f"interview: skipped a paper: {file.faults[0]}{more}. To fix it: interview papers edit {file.path.stem}"
            )
    if not any(file.paper for file in own):
        world.terminal.note(EXAMPLES_ASKED if not own else ONLY_EXAMPLES)


def resumed(world: World, means: Means) -> Mock:
    """Raises: UsageError where there is nothing to go on with."""

    past = open_mock(means.log.events())
    if past is None:
        raise UsageError(
            "there's no interrupted mock interview to resume",
            hint="to start one: interview mock --round NAME, or --loop",
        )
    own = _sound(world.home.papers)
    names = {paper.id for paper in own}
    every = (*own, *(paper for paper in _sound() if paper.id not in names))  # a pitch may be of an example
    return Mock.resume(replace(means, papers=every if past.request.papers else means.papers), past)


def would_go_on(means: Means, terminal: Terminal) -> bool:
    """Whether there is an interview that was cut short, and the user would rather go on with it. Raises: Exit."""

    past = open_mock(means.log.events()) if terminal.can_ask else None
    if past is None:
        return False
    rounds = ", ".join(past.request.rounds[len(past.finished) :])
    prompt, keys = (
        f"You have an interrupted mock interview ({rounds}). ",
        ("Enter continue it", "n close it and start a new one", "q leave"),
    )
    typed = "?"
    with Interrupts() as interrupts:
        asker = make_asker(terminal, interrupts)
        try:
            while typed not in ("", "n", "q"):  # another key must not start a clock
                typed = asker.key(prompt, keys).lower().removeprefix(":")
        except (EndOfInput, HungUp, KeyboardInterrupt):
            raise typer.Exit(ExitCode.INTERRUPTED) from None
    if typed == "q":
        raise typer.Exit
    return typed == ""


def close_open(means: Means, terminal: Terminal) -> None:
    """One that was cut short is ended by beginning another; what was answered keeps its card."""

    past = open_mock(means.log.events())
    if past is None:
        return
    old = Mock.resume(means, past)
    old.stop()
    if isinstance(old.current, RoundOver):
        more = f" To see its card: interview mock --card {old.current.id[:8]}"
    else:
        more = "" if old.has_card else f" {NOTHING_ANSWERED}"
    terminal.print(f"The interrupted mock interview is closed.{more}")


def play(world: World, means: Means, held: Mock, terminal: Terminal) -> None:
    """On the terminal, until it is over or left. Raises: Exit, interrupted."""

    folder = world.home.solutions / "mock" / held.session[:8]
    with Interrupts() as interrupts, ended_by_signals():
        loop = MockLoop(
            mock=held,
            means=means,
            terminal=terminal,
            asker=make_timed_asker(terminal, interrupts),
            desk=CodeDesk(
                terminal=terminal,
                interrupts=interrupts,
                make_grader=world.grader,
                solutions=folder,
                editor=world.config.editor,
                environment=world.environment,
            ),
            notes=Notes(folder / "notes"),
            seed=fresh_seed,
            listener=transcript_command(world.config.transcript),
            drill=lambda items: _drill_now(world, items),
        )
        try:
            loop.play()
        except (KeyboardInterrupt, HungUp):
            raise typer.Exit(ExitCode.INTERRUPTED) from None


def _drill_now(world: World, items: Sequence[str]) -> None:
    from interview_cli.cli.drill_now import drill_now  # few end an interview with a drill

    drill_now(world, items)

"""`interview mock`: one round or five against the clock, and the scorecards of those that were held."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from interview_cli.cli.common import MAX_SEED, Json, json_line, named, world_of
from interview_cli.cli.exit_codes import ExitCode

if TYPE_CHECKING:
    from interview_cli.cli.wiring import World
    from interview_cli.domain.rounds.blueprint import Blueprint
    from interview_cli.domain.rounds.paper import Paper
    from interview_cli.services.mock.record import KeptCard
    from interview_cli.services.mock.session import Mock
    from interview_cli.services.mock.steps import Means
    from interview_cli.ui.terminal import Terminal

EXAMPLES_ASKED = "You haven't added a paper yet, so you get an example. To add one: interview papers add ID"
ONLY_EXAMPLES = (
    "None of your papers is complete yet, so you get an example. To see what's missing: interview papers list"
)


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
    loop: Annotated[bool, typer.Option("--loop", help="The five rounds, with breaks between them.")] = False,
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
    from interview_cli.domain.errors import UsageError

    world = world_of(context)
    for option, given in {"--quick": quick, "--seed": seed is not None}.items():
        if given and not (round_ or loop):
            raise UsageError(f"{option} goes with --round or --loop")
    asked = [name for name, given in _ways(round_, loop, resume, list_, card).items() if given]
    if len(asked) != 1:
        hint = "give one of --round NAME, --loop, --resume, --list and --card ID"
        raise UsageError("no action given" if not asked else f"{' and '.join(asked)} can't be combined", hint=hint)
    if list_:
        _list(world, json_)
    elif card is not None:
        _card(world, card, json_)
    else:
        _hold(world, _rounds(world, round_), quick=quick, seed=seed, json_=json_, resume=resume)


def _ways(round_: str | None, loop: bool, resume: bool, list_: bool, card: str | None) -> dict[str, bool]:
    return {
        "--round": round_ is not None,
        "--loop": loop,
        "--resume": resume,
        "--list": list_,
        "--card": card is not None,
    }


def _blueprints(world: World) -> dict[str, Blueprint]:
    from interview_cli.bank.load import packaged_bank
    from interview_cli.bank.rounds import read_rounds

    return read_rounds([packaged_bank(), *world.overlays])


def _rounds(world: World, name: str | None) -> tuple[str, ...]:
    from interview_cli.domain.errors import UsageError

    blueprints = _blueprints(world)
    if name is None:
        return tuple(name for name, blueprint in blueprints.items() if blueprint.in_loop)
    if name not in blueprints:
        raise UsageError(f"there's no round {name!r}", hint=f"choose one of {', '.join(blueprints)}")
    return (name,)


# --- cards


def _cards(world: World) -> tuple[KeptCard, ...]:
    from interview_cli.services.mock.record import kept_cards

    return kept_cards(world.log.events())


def _list(world: World, json_: bool) -> None:
    from interview_cli.ui.mock.view import show_list

    cards = _cards(world)
    if json_:
        for kept in cards:
            _print_json(world, cards, kept)
        return
    for blueprint in _blueprints(world).values():
        minutes = f"{blueprint.minutes:g} min, quick {blueprint.quick_minutes:g}"
        world.terminal.print_wrapped(f"{blueprint.id:<13} {minutes}: {blueprint.about}", indent=14)
    world.terminal.print()
    if cards:
        show_list(cards, world.terminal)
    else:
        world.terminal.print("No scorecards yet: interview mock --round fundamentals --quick")


def _card(world: World, name: str, json_: bool) -> None:
    from interview_cli.domain.errors import UsageError

    cards = _cards(world)
    loop = [kept for kept in cards if kept.session is not None and kept.session.startswith(name.lower())]
    if len({kept.session for kept in loop}) == 1 and len(loop) > 1:
        _loop(world, cards, loop, json_)
        return
    found = [kept for kept in cards if kept.id.startswith(name.lower())]
    if len(found) > 1:
        raise UsageError(f"{len(found)} scorecards start with {name!r}", hint="give more letters of the id")
    if not found:
        named(name, {kept.id[:8]: kept for kept in cards}, "card", "to list them: interview mock --list")
        raise UsageError(f"there's no scorecard {name!r}", hint="interview mock --list")
    _show(world, cards, found[0], json_)


def _loop(world: World, cards: Sequence[KeptCard], loop: Sequence[KeptCard], json_: bool) -> None:
    """All cards of one interview, and what they come to."""
    from interview_cli.ui.mock.view import show_loop

    for kept in loop:
        _show(world, cards, kept, json_)
    if not json_:
        show_loop([kept.card for kept in loop], str(loop[0].session), world.terminal)


def _show(world: World, cards: Sequence[KeptCard], kept: KeptCard, json_: bool) -> None:
    from interview_cli.services.mock.record import earlier_card
    from interview_cli.ui.mock.view import show_card

    if json_:
        _print_json(world, cards, kept)
    else:
        show_card(kept.card, earlier_card(cards, kept.card.seen.round, kept.at), kept.id, world.terminal)


def _print_json(world: World, cards: Sequence[KeptCard], kept: KeptCard) -> None:
    from interview_cli.services.mock.record import earlier_card

    earlier = earlier_card(cards, kept.card.seen.round, kept.at)
    world.terminal.print(json_line(kept.card.as_json(kept.id, kept.at, earlier) | {"session": kept.session}))


# --- holding one


def _hold(world: World, rounds: Sequence[str], *, quick: bool, seed: int | None, json_: bool, resume: bool) -> None:
    from interview_cli.cli.wiring import fresh_seed
    from interview_cli.domain.rounds.blueprint import Pace
    from interview_cli.services.mock.session import Mock
    from interview_cli.services.mock.steps import Request

    world.hold_session("a mock interview")
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
        cards = _cards(world)
        for kept in cards:
            if kept.session == held.session:
                _print_json(world, cards, kept)


def means_of(world: World) -> Means:
    """What an interview is held with."""
    from interview_cli.services.mock.pitch import pitch_rounds
    from interview_cli.services.mock.steps import Means

    return Means(
        bank=world.bank,
        log=world.log,
        clock=world.clock,
        ids=world.ids,
        landed=world.landed,
        present=world.present,
        blueprints={**_blueprints(world), **pitch_rounds()},
        papers=papers_of(world),
    )


def papers_of(world: World) -> tuple[Paper, ...]:
    """The user's papers that have no faults, else the examples."""
    return _sound(papers_folder(world)) or _sound()


def _sound(folder: Path | None = None) -> tuple[Paper, ...]:
    """The papers of a folder, by default of the examples, that have no faults."""
    from interview_cli.bank.papers import example_papers, read_papers

    files = read_papers(example_papers() if folder is None else folder)
    return tuple(file.paper for file in files if file.paper is not None)


def note_papers(world: World, blueprints: Iterable[Blueprint]) -> None:
    """Say which papers these rounds pass over, or that they ask about examples, where they ask about papers at all."""
    from interview_cli.bank.papers import read_papers
    from interview_cli.domain.rounds.blueprint import DivePart, PitchPart

    if not any(isinstance(part, DivePart | PitchPart) for blueprint in blueprints for part in blueprint.parts):
        return
    own = read_papers(papers_folder(world))
    for file in own:
        if file.faults:
            more = f" (and {len(file.faults) - 1} more)" if len(file.faults) > 1 else ""
            world.terminal.note(
                f"interview: skipped a paper: {file.faults[0]}{more}. To fix it: interview papers edit {file.path.stem}"
            )
    if not any(file.paper for file in own):
        world.terminal.note(EXAMPLES_ASKED if not own else ONLY_EXAMPLES)


def papers_folder(world: World) -> Path:
    """Where the user's papers are."""
    return world.home.root / "papers"


def resumed(world: World, means: Means) -> Mock:
    """Raises: UsageError where there is nothing to go on with."""
    from interview_cli.domain.errors import UsageError
    from interview_cli.services.mock.record import open_mock
    from interview_cli.services.mock.session import Mock

    past = open_mock(means.log.events())
    if past is None:
        raise UsageError(
            "there's no interrupted mock interview to resume",
            hint="to start one: interview mock --round NAME, or --loop",
        )
    own = _sound(papers_folder(world))
    names = {paper.id for paper in own}
    every = (*own, *(paper for paper in _sound() if paper.id not in names))  # a pitch may be of an example
    return Mock.resume(replace(means, papers=every if past.request.papers else means.papers), past)


def would_go_on(means: Means, terminal: Terminal) -> bool:
    """Whether there is an interview that was cut short, and the user would rather go on with it. Raises: Exit."""
    from interview_cli.services.mock.record import open_mock
    from interview_cli.ui.asking.factory import make_asker
    from interview_cli.ui.asking.lines import EndOfInput, HungUp, Interrupts

    past = open_mock(means.log.events()) if terminal.can_ask else None
    if past is None:
        return False
    rounds = ", ".join(past.request.rounds[len(past.finished) :])
    prompt, keys = (
        f"You have an interrupted mock interview ({rounds}). ",
        ("Enter continue it", "n close it and start a new one"),
    )
    typed = "?"
    with Interrupts() as interrupts:
        asker = make_asker(terminal, interrupts)
        try:
            while typed not in ("", "n"):  # another key must not start a clock
                typed = asker.key(prompt, keys).lower().removeprefix(":")
        except (EndOfInput, HungUp, KeyboardInterrupt):
            raise typer.Exit(ExitCode.INTERRUPTED) from None
    return typed == ""


def close_open(means: Means, terminal: Terminal) -> None:
    """One that was cut short is ended by beginning another; what was answered keeps its card."""
    from interview_cli.services.mock.record import open_mock
    from interview_cli.services.mock.session import Mock
    from interview_cli.services.mock.steps import RoundOver
    from interview_cli.ui.mock.loop import NOTHING_ANSWERED

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
    from interview_cli.cli.signals import ended_by_signals
    from interview_cli.cli.wiring import fresh_seed
    from interview_cli.ui.asking.factory import make_timed_asker
    from interview_cli.ui.asking.lines import HungUp, Interrupts
    from interview_cli.ui.code.code_desk import CodeDesk
    from interview_cli.ui.mock.loop import MockLoop
    from interview_cli.ui.mock.notes import Notes
    from interview_cli.ui.mock.transcript import transcript_command

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
            drill=lambda items: drill_now(world, items),
        )
        try:
            loop.play()
        except (KeyboardInterrupt, HungUp):
            raise typer.Exit(ExitCode.INTERRUPTED) from None


def drill_now(world: World, items: Sequence[str]) -> None:
    """A drill of these items."""
    from random import Random

    from interview_cli.cli.drill_command import play
    from interview_cli.cli.wiring import fresh_seed
    from interview_cli.domain.history.event import Mode
    from interview_cli.domain.planning.day_plan import Wanted
    from interview_cli.services.drill.record import DrillRecord
    from interview_cli.services.drill.session import Drill
    from interview_cli.services.drill.steps import Means, Request, Waiting

    means = Means(
        bank=world.bank,
        log=world.log,
        clock=world.clock,
        ids=world.ids,
        rng=Random(fresh_seed()),
        landed=world.landed,
        present=world.present,
        reference=lambda problem: world.pages.page(problem).source,
    )
    known = [name for name in items if name in world.bank.items]
    record = DrillRecord(world.log, world.clock, world.ids, world.ids(), Mode.DRILL)
    record.start(known, Request(float("inf"), Wanted(count=len(known))))
    drill = Drill(means, record, [Waiting(world.bank.items[name]) for name in known], world.replay(), minutes=None)
    play(world, means, drill)

"""`interview drill`: practise what matters most now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from interview_cli.cli.common import MAX_SEED, Kinds, Sections, kinds_of, sections_of, world_of
from interview_cli.cli.exit_codes import ExitCode
from interview_cli.cli.foresight import say_once_a_day
from interview_cli.cli.placement import is_day_wanted, is_to_be_placed, place
from interview_cli.cli.signals import ended_by_signals
from interview_cli.domain.errors import UsageError

if TYPE_CHECKING:
    from interview_cli.cli.wiring import World
    from interview_cli.services.drill.session import Drill
    from interview_cli.services.drill.start import Learner
    from interview_cli.services.drill.steps import Means, Request

FIRST_TIME = (
    "Your first drill. Answer, compare, and rate yourself with one key: your rating decides when the question comes back."
    " Press ? to list the keys, q to quit; while you type an answer, :q. Your answers are saved."
)
A_DRILL, A_PLACEMENT = "a drill", "a placement test"
SET_A_DATE = "To set your interview date: interview plan --date YYYY-MM-DD"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("drill", epilog="Example: interview drill --minutes 20 --section transformers")(drill)


def drill(
    context: typer.Context,
    minutes: Annotated[
        float | None, typer.Option("--minutes", "-m", metavar="N", min=1, max=600, help="How many minutes; default 30.")
    ] = None,
    count: Annotated[
        int | None,
        typer.Option(
            "--count", "-n", metavar="N", min=1, max=1000, help="How many items, no matter how long they take."
        ),
    ] = None,
    section: Sections = None,
    kind: Kinds = None,
    new: Annotated[int | None, typer.Option("--new", metavar="N", min=0, help="The most new items to ask.")] = None,
    cram: Annotated[
        bool, typer.Option("--cram", help="Ask what you forgot most, due or not; the schedule stays the same.")
    ] = False,
    placement: Annotated[
        bool, typer.Option("--placement", help="Start with a placement test of 10 minutes, or of --minutes.")
    ] = False,
    seed: Annotated[
        int | None,
        typer.Option(
            "--seed", metavar="N", min=0, max=MAX_SEED, help="The same seed gives the same order and numbers."
        ),
    ] = None,
) -> None:
    """Practice what matters most now: answer, compare, rate. If today's drill was cut short, it goes on where it was.

    Piped, it reads one line for each prompt, and the end of input ends it.
    """
    from interview_cli.cli.wiring import fresh_seed
    from interview_cli.domain.planning.day_plan import Aim, Wanted
    from interview_cli.services.drill.start import Learner
    from interview_cli.services.drill.steps import Request

    world = world_of(context)
    used = fresh_seed() if seed is None else seed
    _ = world.config  # what is wrong with it is said before anything begins
    beside = _hold(world, placement=placement)
    means = _means(world, used)
    learner = Learner.of(means, world.replay())
    wanted = Wanted(
        kinds=kinds_of(kind),
        sections=sections_of(section),
        new=new,
        count=count,
        aim=Aim.CRAM if cram else Aim.SPACED,
        seed=used,
    )
    if placement and (wanted.kinds or cram or new is not None or count is not None):
        raise UsageError(
            "--placement doesn't work with these options", hint="use it with --minutes, --section and --seed only"
        )
    request = Request(_minutes(world, learner, None if placement else minutes, count), wanted)
    _check_there_are_items(means, request)
    asks_anything = any(given is not None for given in (minutes, count, section, kind, new)) or cram
    is_first = learner.is_new
    may_be_placed = not asks_anything and beside is None
    if may_be_placed and not placement and is_day_wanted(world, means, learner):
        learner = _with_a_day(world, means)
    if placement or (may_be_placed and is_to_be_placed(world, means, learner)):
        world.places.hold_all(A_PLACEMENT)
        if not place(world, means, learner, minutes, wanted.sections):
            return
        world.places.hold_one(A_DRILL)
        learner = Learner.of(means, world.replay())
    begun = _begin(world, means, learner, request, asks_anything=asks_anything)
    if begun is None:
        where = "here" if beside is None else "here beside the other drill"
        world.terminal.print(
            f"Nothing is due and nothing is new {where}. To practice what you know: interview drill --cram"
        )
        return
    if is_first:
        world.terminal.print_wrapped(FIRST_TIME, indent=0)
        if not world.interviews():
            world.terminal.print_wrapped(SET_A_DATE)
    play(world, means, begun)
    world.replay()  # keeps it for the next start where much was answered
    say_once_a_day(world)


def _hold(world: World, *, placement: bool) -> str | None:
    """Hold a place, or all for a placement; what is open beside it, None where nothing is.

    Raises: UnavailableError.
    """
    if placement:
        world.places.hold_all(A_PLACEMENT)
        return None
    world.places.hold_one(A_DRILL)
    beside = world.places.beside()
    if beside is not None:
        who = beside.removeprefix(A_DRILL)
        world.terminal.print_wrapped(f"Another drill is open{who}: this one takes other items.", indent=0)
    return beside


def _with_a_day(world: World, means: Means) -> Learner:
    """The learner, after the day of the interview and its role were asked for, as the bare command does."""
    from interview_cli.cli.today_command import offer_date
    from interview_cli.services.drill.start import Learner

    offer_date(world)
    return Learner.of(means, world.replay())


def _means(world: World, seed: int) -> Means:
    from random import Random

    from interview_cli.services.drill.steps import Means

    return Means(
        bank=world.bank,
        log=world.log,
        clock=world.clock,
        ids=world.ids,
        rng=Random(seed),
        landed=world.landed,
        present=world.present,
        reference=lambda problem: world.pages.as_answer(problem),
    )


def _minutes(world: World, learner: Learner, minutes: float | None, count: int | None) -> float:
    """As asked; else no limit where a count is given; else the day's minutes of the plan or of the configuration."""
    if minutes is not None:
        return minutes
    if count is not None:
        return float("inf")
    planned = learner.replay.settings.get("minutes")
    return float(planned) if isinstance(planned, int | float) and planned > 0 else world.config.minutes


def _check_there_are_items(means: Means, request: Request) -> None:
    """Raises: UsageError where sections and kinds leave nothing at all."""
    from interview_cli.domain.planning.recall import has_landed

    bank, wanted = means.bank, request.wanted
    for item in bank.items.values():
        fits = not wanted.sections or bank.section_of(item) in wanted.sections
        if fits and (not wanted.kinds or item.kind in wanted.kinds) and has_landed(item, means.landed):
            return
    raise UsageError("no items match these sections and kinds", hint="to see what there is: interview bank stats")


def _begin(world: World, means: Means, learner: Learner, request: Request, *, asks_anything: bool) -> Drill | None:
    """A drill of today that was cut short, where nothing else is asked for; else a new one."""
    from interview_cli.services.drill.start import Learner, resume, start, unfinished

    for open_ in unfinished(means, learner):
        if open_.place != world.places.place:
            if not world.places.move(open_.place):
                continue  # it goes on in another terminal
            return _begin(world, means, Learner.of(means, learner.replay), request, asks_anything=asks_anything)
        if not asks_anything or open_.is_for(request):
            going_on = resume(means, learner, open_)
            world.terminal.print(_resumed(going_on))
            return going_on
        resume(means, learner, open_).quit()
        world.terminal.print("The interrupted drill is closed. This is a new one.")
        learner = Learner.of(means, learner.replay)
    return start(means, learner, request, world.places.place)


def _resumed(drill: Drill) -> str:
    standing = drill.standing
    return (
        f"Continuing today's drill: {standing.done} done, {standing.total - standing.done} to go.\n"
        "Press q to end it. Options like --count and --section start a new one."
    )


def play(world: World, means: Means, drill: Drill) -> None:
    from interview_cli.ui.asking.factory import make_asker
    from interview_cli.ui.asking.lines import HungUp, Interrupts
    from interview_cli.ui.code.code_desk import CodeDesk
    from interview_cli.ui.drill.loop import DrillLoop

    with Interrupts() as interrupts, ended_by_signals():
        desk = CodeDesk(
            terminal=world.terminal,
            interrupts=interrupts,
            make_grader=world.grader,
            solutions=world.home.solutions,
            editor=world.config.editor,
            environment=world.environment,
        )
        asker = make_asker(world.terminal, interrupts)
        try:
            DrillLoop(drill, means, world.terminal, asker, desk).play()
        except (KeyboardInterrupt, HungUp):
            raise typer.Exit(ExitCode.INTERRUPTED) from None

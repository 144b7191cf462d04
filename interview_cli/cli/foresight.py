"""What will be known on the days of the interviews ahead: looked for once a day, and kept to be scored later."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from interview_cli.cli.wiring import World
    from interview_cli.domain.planning.interview import Interview
    from interview_cli.domain.planning.outlook import Outlook


def outlooks(world: World) -> dict[Interview, Outlook]:
    """The outlook of each interview ahead, the first first; a second look the same day takes no time.

    It is said on a terminal that this takes a moment.
    """
    from interview_cli.cli.study_settings import minutes_a_day
    from interview_cli.domain.history.study_day import study_day
    from interview_cli.domain.planning.outlook import outlook
    from interview_cli.store.outlook_cache import key, read_outlooks, write_outlooks

    bank, learner, landed = world.bank, world.replay(), world.landed
    today = study_day(world.clock.now(), world.clock.zone)
    ahead = [interview for interview in world.interviews() if interview.on >= today]
    if not ahead:
        return {}
    minutes = minutes_a_day(world)
    made_from = key(bank, learner, today, ahead, minutes, landed)
    found = read_outlooks(world.home.cache, made_from)
    if found is None:
        world.terminal.progress("Computing your forecast. This takes a few seconds ...")
        found = tuple(outlook(bank, learner, today, ahead, interview, minutes, landed) for interview in ahead)
        world.terminal.progress("")
        write_outlooks(world.home.cache, made_from, found)
    return dict(zip(ahead, found, strict=True))


def keep(world: World, found: dict[Interview, Outlook]) -> None:
    """Write today's forecasts into the log, once for each interview as it is planned.

    Where the log cannot be written this is only said: what was asked for is on the screen.
    """
    from interview_cli.cli.study_settings import append_settings
    from interview_cli.domain.errors import LogError
    from interview_cli.domain.history.study_day import study_day
    from interview_cli.domain.progress.forecasts import to_keep

    settings = world.replay().settings
    today = study_day(world.clock.now(), world.clock.zone)
    made = [to_keep(settings, interview, outlook, today) for interview, outlook in found.items()]
    try:
        append_settings(world, [setting for setting in made if setting is not None])
    except LogError as error:
        world.terminal.note(f"interview: the forecast wasn't saved: {error.message}")


def fit_memory(world: World) -> None:
    """Fit weights of memory to the user where enough was answered since the last time, and keep what came of it."""
    from interview_cli.cli.study_settings import append_settings
    from interview_cli.domain.errors import LogError
    from interview_cli.domain.history.replay import MEMORY
    from interview_cli.services.log.refit import is_refit_due, refit

    learner = world.replay()
    if not is_refit_due(learner):
        return
    world.terminal.progress("Fitting the memory model to your answers. This takes a few seconds ...")
    value = refit(world.log, world.bank, learner)
    world.terminal.progress("")
    try:
        append_settings(world, [(MEMORY, value)])
    except LogError as error:
        world.terminal.note(f"interview: the fitted model wasn't saved: {error.message}")


def say_once_a_day(world: World) -> None:
    """After the first drill of a day on a terminal: what will be known on the day of the next interview, and tomorrow's plan.

    So a forecast is kept on every day with a drill, and the bare command has one to show.
    """
    from interview_cli.domain.history.study_day import study_day
    from interview_cli.domain.planning.interview import next_interview

    today = study_day(world.clock.now(), world.clock.zone)
    ahead = next_interview(world.interviews(), today)
    if ahead is None or not world.terminal.is_interactive:
        return
    from interview_cli.domain.progress.forecasts import latest_kept
    from interview_cli.reports.wording import interval

    kept = latest_kept(world.replay().settings, ahead.name)
    if kept is not None and kept.made == today:
        return
    found = outlooks(world)
    keep(world, found)
    name = "the interview" if ahead.name == "interview" else ahead.name
    world.terminal.print_wrapped(f"On the day of {name}: {interval(found[ahead].share)} known. More: interview plan")
    _say_tomorrow(world)


def _say_tomorrow(world: World) -> None:
    from interview_cli.cli.study_settings import minutes_a_day
    from interview_cli.domain.planning.tomorrow import tomorrow
    from interview_cli.reports.wording import next_day

    learner, now = world.replay(), world.clock.now()
    held = tomorrow(
        *(world.bank, world.log.events(), now, world.interviews(), minutes_a_day(world)),
        landed=world.landed,
        replay=learner,
    )
    world.terminal.print_wrapped(next_day(held))


def narrowed(world: World, outlook: Outlook, sections: frozenset[int]) -> Outlook:
    """The outlook with these sections only; the shares are still of all."""
    from dataclasses import replace

    bank = world.bank
    return replace(
        outlook,
        sections=tuple(row for row in outlook.sections if row.section in sections),
        missed=tuple(row for row in outlook.missed if row.section in sections),
        unreached=tuple(name for name in outlook.unreached if bank.section_of(bank.items[name]) in sections),
    )


def readable(world: World, outlook: Outlook) -> Outlook:
    """The same with the titles of concepts as this terminal shows formulas."""
    from dataclasses import replace

    from interview_cli.ui.text.markdown import plain_text

    def plain(title: str) -> str:
        return " ".join(plain_text(title, width=10_000, mode=world.terminal.mode).split())

    return replace(
        outlook, missed=tuple(replace(row, concepts=tuple(map(plain, row.concepts))) for row in outlook.missed)
    )

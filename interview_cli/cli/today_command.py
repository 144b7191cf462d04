"""Bare `interview`: what today holds; on the first run, what to do."""

from __future__ import annotations

from statistics import fmean
from typing import TYPE_CHECKING

from interview_cli.cli.study_settings import append_settings, coming_day, interview_setting, minutes_a_day
from interview_cli.cli.wiring import World
from interview_cli.domain.errors import UsageError
from interview_cli.domain.history.log_reading import dormant
from interview_cli.domain.history.study_day import study_day
from interview_cli.domain.items.guide import SECTIONS
from interview_cli.domain.items.question import ItemId
from interview_cli.domain.planning.interview import Interview, Revision, next_interview
from interview_cli.domain.planning.planner import due_items, predicted_recall, target_recall
from interview_cli.domain.planning.recall import has_landed
from interview_cli.domain.planning.roles import ROLES
from interview_cli.domain.progress.forecasts import latest_kept
from interview_cli.domain.shares import percent
from interview_cli.reports.wording import counted, interval
from interview_cli.services.drill.after_mock import missed, since_when
from interview_cli.services.log.streak import current_streak

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from datetime import date

    from interview_cli.cli.wiring import World
    from interview_cli.domain.items.question import ItemId
    from interview_cli.domain.planning.interview import Interview, Revision

FIRST_RUN = """\
Welcome. Four jobs, all offline:
  interview drill                    practice what matters most today, 30 minutes
  interview grade attention FILE     check your code against the reference, see why it fails
  interview find WORD                look something up; to read it: interview show ITEM --answer
  interview report                   what you know, and how to spend the next hour"""

FIRST_RUN_COLUMN = 37


def today(world: World) -> None:
    """Print today's state; on the first run the five lines, and an offer to set the date."""
    events = world.log.events()
    if not events:
        for line in FIRST_RUN.splitlines():
            world.terminal.print_wrapped(line, FIRST_RUN_COLUMN)
        if world.terminal.can_ask:
            if offer_date(world):
                world.terminal.print_wrapped("Next: interview drill")
        else:
            world.terminal.note("To set your interview date: interview plan --date YYYY-MM-DD")
        return
    for line in today_lines(world):
        world.terminal.print_wrapped(line)


def offer_date(world: World) -> bool:
    """Ask for the day of the interview and what it is for; Enter leaves either open. Whether a day was given."""
    day = "When is your interview?\nYYYY-MM-DD, or Enter for later: "
    if not _kept(world, day, lambda typed: Revision(on=coming_day(world, typed))):
        return False
    world.terminal.print_wrapped(f"Which role? {', '.join(ROLES)}")
    _kept(world, "Type one, or press Enter for generalist: ", lambda typed: Revision(role=typed))
    world.terminal.print_wrapped("Saved. To see or change it: interview plan")
    return True


def _kept(world: World, question: str, revision: Callable[[str], Revision]) -> bool:
    """Ask until an answer is accepted, and keep it; False for Enter alone."""
    while True:
        world.terminal.stderr.write(question)
        world.terminal.stderr.flush()
        typed = world.terminal.stdin.readline().strip()
        if not typed:
            return False
        try:
            append_settings(world, [interview_setting(world, "interview", revision(typed))])
        except UsageError as error:
            world.terminal.error(error)
        else:
            return True


def today_lines(world: World) -> list[str]:
    """Due, new, streak, days left with what will be known then, weakest sections."""
    bank, zone = world.bank, world.clock.zone
    day = study_day(world.clock.now(), zone)
    learner, interviews = world.replay(), world.interviews()
    target = target_recall(interviews, day)
    asleep = dormant(learner.settings, day)
    awake = {i.id for i in bank.items.values() if i.id not in asleep and has_landed(i, world.landed)}
    due = len(due_items(learner, day, target) & awake)
    new = len(awake - learner.ensemble.beliefs.keys())
    in_a_row = current_streak(world.log, bank, learner.undone, day, zone)
    lines = [f"Due {due} · new {new} · streak {counted(in_a_row, 'day')}"]
    ahead = next_interview(interviews, day)
    if ahead is None:
        passed = "Your interview is over. Drills keep what you know fresh." if interviews else "No interview date yet."
        lines.append(f"{passed} To set {'the next' if interviews else 'it'}: interview plan --date YYYY-MM-DD")
    else:
        left = f"{counted((ahead.on - day).days, 'day')} left" if ahead.on > day else "today"
        lines.append(f"{ahead.name} on {ahead.on}: {left}")
        lines.append(_foreseen(world, ahead, day))
    weakest = _weakest(world, awake, target, day)
    if weakest:
        lines.append(f"Weakest: {weakest}")
    return [*lines, *_of_mocks(world), "Next: interview drill"]


def _foreseen(world: World, ahead: Interview, day: date) -> str:
    """What was last foreseen for the interview as it is planned now: looking anew would take seconds."""
    kept = latest_kept(world.replay().settings, ahead.name)
    minutes = minutes_a_day(world)
    if kept is None or not kept.is_for(ahead, minutes):
        return "To see what you'll know on the day: interview plan"
    when = "today" if kept.made == day else f"on {kept.made}"
    return f"On the day: {interval(kept.share)} known with {minutes:g} minutes a day (forecast {when})"


def _weakest(world: World, awake: Collection[ItemId], target: float, day: date) -> str:
    """The three sections of which the least is recalled of what was seen, where that is below the target."""

    bank, learner = world.bank, world.replay()
    recalls: dict[int, list[float]] = {}
    for name in learner.ensemble.beliefs.keys() & awake:
        recalls.setdefault(bank.section_of(bank.items[name]), []).append(predicted_recall(learner, name, day))
    means = sorted((fmean(held), section) for section, held in recalls.items())
    slugs = {section.number: section.slug for section in SECTIONS}
    return ", ".join(f"{slugs[section]} {percent(mean)}" for mean, section in means[:3] if mean < target)


def _of_mocks(world: World) -> list[str]:
    """What scorecards send into the next drill."""
    recent = world.log.since(since_when(world.clock.now(), world.clock.zone))
    count = sum(item in world.bank.items for item in missed(recent))
    return [f"From your mock interviews: {count} to drill first"] if count else []

"""Bare `interview`: what today holds; on the first run, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from interview_cli.cli.wiring import World

FIRST_RUN = """\
Welcome. Four jobs, all offline:
  interview drill                    practise what matters most today, 30 minutes
  interview grade attention FILE     run your code against the reference, learn why it fails
  interview find WORD                look something up; interview show ITEM --answer to read it
  interview report                   what you know, and where the next hour goes"""

FIRST_RUN_COLUMN = 37


def today(world: World) -> None:
    """Print today's state; on the first run the five lines, and an offer to set the date."""
    events = world.log.events()
    if not events:
        for line in FIRST_RUN.splitlines():
            world.terminal.print_wrapped(line, FIRST_RUN_COLUMN)
        if world.terminal.can_ask:
            _offer_date(world)
        else:
            world.terminal.note("set the day of your interview with: interview plan --date YYYY-MM-DD")
        return
    for line in today_lines(world):
        world.terminal.print_wrapped(line)


def _offer_date(world: World) -> None:
    from interview_cli.cli.plan_command import append_settings, coming_day, interview_setting
    from interview_cli.domain.errors import UsageError
    from interview_cli.domain.interview import Revision

    while True:
        world.terminal.stderr.write("When is your interview? YYYY-MM-DD, or Enter to decide later: ")
        world.terminal.stderr.flush()
        typed = world.terminal.stdin.readline().strip()
        if not typed:
            return
        try:
            append_settings(world, [interview_setting(world, "interview", Revision(coming_day(world, typed)))])
        except UsageError as error:
            world.terminal.error(error)
        else:
            world.terminal.print(f"Noted: {typed}. Now: interview drill")
            return


def today_lines(world: World) -> list[str]:
    """Due, new, streak, days left, weakest sections."""
    from interview_cli.domain.history import dormant
    from interview_cli.domain.interview import next_interview
    from interview_cli.domain.memory.states import is_due
    from interview_cli.domain.planner import has_landed, target_recall
    from interview_cli.domain.progress import progress
    from interview_cli.domain.study_day import study_day
    from interview_cli.reports.wording import counted

    bank, events, zone = world.bank, world.log.events(), world.clock.zone
    now = world.clock.now()
    day = study_day(now, zone)
    learner = world.replay()
    interviews = world.interviews()
    target = target_recall(interviews, day)
    asleep = dormant(learner.settings, day)
    awake = [i for i in bank.items.values() if i.id not in asleep and has_landed(i, world.landed)]
    due = sum(
        i.id in learner.states and is_due(learner.states[i.id], day, target, learner.basis.parameters) for i in awake
    )
    new = sum(i.id not in learner.states for i in awake)
    found = progress(bank, events, now, None, zone, interviews=interviews, landed=world.landed, replay=learner)
    ahead = next_interview(interviews, day)
    lines = [f"Due {due} · new {new} · streak {counted(found.totals.streak, 'day')}"]
    if ahead is None:
        lines.append("No interview date: interview plan --date YYYY-MM-DD")
    else:
        lines.append(f"{ahead.name} on {ahead.on}: {counted((ahead.on - day).days, 'day')} left")
    practised = [row for row in found.sections if row.predicted is not None and row.predicted < target]
    weakest = sorted(practised, key=lambda row: row.predicted or 0)[:3]
    if weakest:
        from interview_cli.domain.guide import SECTIONS

        slugs = {section.number: section.slug for section in SECTIONS}
        lines.append("Weakest: " + ", ".join(f"{slugs[row.section]} {row.predicted:.0%}" for row in weakest))
    lines.append("Next: interview drill")
    return lines

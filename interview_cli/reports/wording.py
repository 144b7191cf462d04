"""Figures and their few sentences, as every format for people writes them; the standard library and the domain only."""

from __future__ import annotations

from collections.abc import Sequence

from interview_cli.domain import shares
from interview_cli.domain.items.guide import SECTIONS
from interview_cli.domain.planning.interview import Interview
from interview_cli.domain.planning.outlook import STEP_MINUTES, Missed, Outlook, SectionOutlook
from interview_cli.domain.planning.recall import Forecast
from interview_cli.domain.planning.tomorrow import Tomorrow
from interview_cli.domain.progress.calibration import CalibrationBin
from interview_cli.domain.progress.debugging import BugsOfKind
from interview_cli.domain.progress.done import CodeProgress, Totals
from interview_cli.domain.progress.figures import MockTaken, Progress, SectionProgress
from interview_cli.domain.progress.hindsight import TrackRecord

_TITLES = {section.number: section.title for section in SECTIONS}

NOTHING = "-"

TOMORROW = "tomorrow"
TOMORROW_MEANS = "tomorrow: the share of the items you have seen that you would still recall tomorrow"


def percent(share: float | None) -> str:
    """A share as whole percent, a dash for none."""
    return NOTHING if share is None else shares.percent(share)


def minutes(value: float) -> str:
    """Whole minutes; what is shorter than one is not told as none."""
    return "<1" if 0 < value < 0.5 else f"{value:.0f}"


def interval(forecast: Forecast) -> str:
    """The mean, with the bounds of 90 % beside it."""
    return f"{percent(forecast.mean)} ({forecast.low * 100:.0f} to {percent(forecast.high)})"


def between(row: CalibrationBin) -> str:
    """The borders of a bin of predicted recall."""
    return f"{row.low * 100:.0f} to {percent(row.high)}"


def section_title(number: int) -> str:
    """The title of a section of the guide."""
    return _TITLES.get(number, f"Section {number}")


def period(progress: Progress) -> str:
    """The days that the report is about; one alone is told once."""
    first, last = progress.since.isoformat(), progress.today.isoformat()
    return last if first == last else f"{first} to {last}"


def counted(number: int, noun: str) -> str:
    """`1 answer`, `2 answers`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def summary(progress: Progress) -> list[tuple[str, str]]:
    """The head of the report, as label and value."""
    done = progress.totals
    lines = [("Known now", known_now(progress))]
    if progress.outlook:
        lines += [("On the day", on_the_day(progress.outlook)), ("Outlook", progress.outlook.sentence)]
    lines += [("Interview", _interview(interview)) for interview in progress.interviews]
    lines += [("Answers", answers(done)), ("Code", code(progress))]
    if done.bugs.marked:
        lines.append(("Bugs", f"{done.bugs.right} of {done.bugs.marked} found"))
    time = f"{time_spent(done.minutes)} on {counted(len(progress.days), 'day')}"
    return [*lines, ("Time", time), ("Streak", counted(done.streak, "day"))]


def answers(done: Totals) -> str:
    """How many questions were answered, and the share of right ones among those that the program marked."""
    if not done.marked.marked:
        return str(done.answers)
    return f"{done.answers}; {percent(done.marked.share)} of the {done.marked.marked} marked ones right"


def code(progress: Progress) -> str:
    """Grades and passes, and how many problems these are."""
    done, solved = progress.totals, sum(row.passed for row in progress.code)
    if not done.grades:
        return "no grades"
    problems = f"{solved} of {counted(len(progress.code), 'problem')} solved"
    return f"{counted(done.grades, 'grade')}, {done.passes} passed; {problems}"


def time_spent(value: float) -> str:
    """`1 minute`, `2 minutes`, and in words where it is less than one."""
    return "less than a minute" if 0 < value < 0.5 else counted(round(value), "minute")


def known_now(progress: Progress) -> str:
    """The share of all items, or of those of the sections that the report is about."""
    of_what = "all items of these sections" if progress.only else "all items"
    return f"{interval(progress.readiness)} of {of_what}. Items you have not seen count as unknown."


def _interview(interview: Interview) -> str:
    role = f", role {interview.role}" if interview.role else ""
    return f"{interview.on.isoformat()} {interview.name}{role}"


BY_WEIGHT = "sections count by their weight for the interview"

MOST_MISSED, MOST_CONCEPTS = 6, 3
"""So many sections of what will not be reached are named, with so many concepts each."""

WAS_MEANS = (
    'The value after "it was" is also an estimate: recall predicted from all answers until that day, corrected by how the first'
    " answers of the week before it turned out."
)


def on_the_day(outlook: Outlook) -> str:
    """The share that will be known with the minutes of a day, and what a little less and a little more comes to."""
    return f"{known_with_minutes(outlook)}; {BY_WEIGHT}"


def known_with_minutes(outlook: Outlook) -> str:
    """The same without saying how sections count."""
    if outlook.days == 0:
        return interval(outlook.share)
    less, more = (f"{max(outlook.minutes + step, 0):g}" for step in (-STEP_MINUTES, STEP_MINUTES))
    with_minutes = f"{interval(outlook.share)} with {outlook.minutes:g} minutes a day"
    return f"{with_minutes}, {percent(outlook.less)} with {less}, {percent(outlook.more)} with {more}"


def often_asked(outlook: Outlook) -> str:
    """What of it is asked often, and what more would be answered; "" where neither can be said."""
    said = []
    if outlook.often is not None:
        tense = "you know" if outlook.days == 0 else "you'll know"
        said.append(f"Of what is often asked {tense} {percent(outlook.often.mean)}.")
    if outlook.would_answer is not None:
        said.append(f"With what you'd answer without practice, it's {percent(outlook.would_answer.mean)}.")
    return " ".join(said)


def code_share(outlook: Outlook) -> str:
    """What code's share of the minutes brings, and what it costs; "" where there is no code."""
    code = outlook.code
    if code is None:
        return ""
    if not code.share:
        return "Code gets no minutes. To change that: interview plan --code-share 20"
    points = max(round((code.without - code.questions) * 100), 0)
    problems = max(round(code.problems - code.problems_without), 0)
    solved = f"{counted(problems, 'problem')} solved" if problems else "too few to solve a problem more by then"
    cost = f" Without it: {counted(points, 'point')} more of the questions." if points else ""
    return f"Code takes {percent(code.share)} of the minutes: {solved}.{cost}"


def next_day(held: Tomorrow) -> str:
    """What the next day holds."""
    if held.is_off:
        return "Tomorrow is a day off."
    counts = [
        counted(held.again, "question") + " again" if held.again else "",
        counted(held.new, "new question") if held.new else "",
        counted(held.problems, "problem") if held.problems else "",
    ]
    listed = ", ".join(filter(None, counts)) or "nothing to review"
    return f"Tomorrow is the interview: nothing new, {listed}." if held.is_the_day else f"Tomorrow: {listed}."


def bounds(forecast: Forecast) -> str:
    """The bounds of 90 %, in a table of percent."""
    return f"{forecast.low * 100:.0f} to {forecast.high * 100:.0f}"


def reached(row: SectionOutlook) -> str:
    """How many items of a section will have been seen."""
    return f"{row.items - row.unreached}/{row.items}"


def weight(row: SectionOutlook) -> str:
    """What an item of the section counts; 1 is the mean."""
    return f"{row.weight:.1f}"


def missed_title(outlook: Outlook) -> str:
    """How much will not be reached, "" for nothing."""
    total = sum(row.items for row in outlook.sections)
    return f"Not reached in time: {len(outlook.unreached)} of {total} items" if outlook.unreached else ""


def missed_lines(missed: Sequence[Missed]) -> list[str]:
    """What will not be reached, by section and concept, the worthiest first; how much is left unsaid."""
    lines = [_missed(row) for row in missed[:MOST_MISSED]]
    others = missed[MOST_MISSED:]
    if others:
        lines.append(f"and {sum(row.items for row in others)} in {counted(len(others), 'other section')}")
    return lines


def _missed(row: Missed) -> str:
    named = "; ".join(row.concepts[:MOST_CONCEPTS])
    more = len(row.concepts) - MOST_CONCEPTS
    concepts = f": {named}" + (f"; {counted(more, 'more concept')}" if more > 0 else "") if named else ""
    return f"{section_title(row.section)}, {counted(row.items, 'item')}{concepts}"


def track_record(row: TrackRecord) -> str:
    """How the forecasts of one reach met what happened."""
    one = row.latest
    ahead = f"{counted(one.days, 'day')} ahead"
    of_what = ahead if row.days is not None else f"For {one.interview}, {ahead}"
    said = f"{interval(one.said)} forecast for {one.day.isoformat()}; it was {percent(one.was)}"
    how = f"{one.practised:.0f} of {one.planned:.0f} planned minutes a day were practiced"
    checked = f"based on {counted(one.answers, 'answer')}"
    miss = counted(round(row.miss * 100), "point")
    several = f". {row.held} of {row.count} such forecasts held; on average they were {miss} off"
    return f"{of_what}: {said} ({checked}); {how}{several if row.count > 1 else ''}"


def mock(taken: MockTaken) -> str:
    """One round in words: its day, name, score and recommendation."""
    score = percent(taken.score) if taken.score is not None or not taken.said else None
    return f"{taken.at.date().isoformat()} {taken.round}: {', '.join(filter(None, (score, taken.said)))}"


def problem(row: CodeProgress) -> str:
    """One coding problem in words."""
    outcome = "passed" if row.passed else "not passed yet"
    slips = f"; mistakes: {', '.join(row.slips)}" if row.slips else ""
    return f"{outcome}, {counted(row.attempts, 'grade')}{slips}"


def begun(progress: Progress) -> list[SectionProgress]:
    """The sections in which something was seen or practiced."""
    return [row for row in progress.sections if row.seen or row.minutes]


def not_started(progress: Progress) -> str:
    """The other sections with their items, "" without any."""
    waiting = [row for row in progress.sections if not (row.seen or row.minutes)]
    named = ", ".join(f"{section_title(row.section)} ({row.items})" for row in waiting)
    return f"Not started: {named}" if waiting else ""


def practiced_days(progress: Progress) -> str:
    """The title of what was done by day."""
    length = (progress.today - progress.since).days + 1
    return f"Days: practice on {len(progress.days)} of {length}"


DUE_TITLE = "Due on the days ahead, if you practice nothing"


def bugs_of_kind(row: BugsOfKind) -> str:
    """One kind of planted mistakes in words."""
    each = f", {time_each(row)} min each" if row.found else ""
    told = f"; {row.told} told by the last hint" if row.told else ""
    return f"{row.kind}: {row.found} of {row.planted} found{each}{told}"


def time_each(row: BugsOfKind) -> str:
    """The median minutes until a mistake of the kind was found, a dash if none was."""
    return NOTHING if row.minutes is None else f"{row.minutes:.1f}"

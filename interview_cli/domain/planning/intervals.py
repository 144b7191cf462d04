"""When an item would come back after each rating, to be shown beside the keys; the domain only.

What the next days bring is not known yet, so this asks of the item alone: on which day does the plan's own rule want it? That is
where its predicted recall falls below the target; and, in the last days before the interview, where asking it again gains as much
recall on the day for each minute as a new question of its section and length would. Where that gain decides from today on, as it
does where time is short for what is new, what else waits decides on each day anew, and no day is said. How long the item stays
known can be said then, too.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from interview_cli.domain.history.replay import Replay
from interview_cli.domain.items.question import AnyItem, Bank
from interview_cli.domain.memory.ensemble import Belief
from interview_cli.domain.memory.fsrs import Rating
from interview_cli.domain.memory.prospect import Prospect
from interview_cli.domain.memory.states import Review
from interview_cli.domain.planning.agenda import Agenda
from interview_cli.domain.planning.day_plan import (
    LAST_DAYS,
    LEAST_GAIN,
    OPENING_FACTOR,
    SHORT_SHARE,
    TARGET_WITH_DATE,
    TARGET_WITHOUT_DATE,
)
from interview_cli.domain.planning.interview import Interview, days_off
from interview_cli.domain.planning.pace import Pace
from interview_cli.domain.planning.recall import has_landed

FARTHEST_DAYS = 3650
"""No item is said to come back later."""


def intervals(
    bank: Bank,
    learner: Replay,
    item: AnyItem,
    today: date,
    interviews: Iterable[Interview],
    minutes: float,
    landed: frozenset[str] = frozenset(),
) -> Mapping[Rating, date | None]:
    """The study day on which the item comes back if it is rated so today, for each rating, the lowest first.

    None: not before the next interview. Empty where that cannot be told. `learner` is what the log says before this
    answer, `minutes` are those of a day.
    A better rating never brings it back earlier.
    """
    agenda = Agenda.of(interviews, today, days_off(learner.settings, today))
    pace = Pace(bank, learner)
    short_from = _short_from(bank, learner, agenda, pace, minutes, landed)
    if short_from is not None and short_from <= today and agenda.days_left not in (0, 1):
        return {}
    costs = pace.minutes(item, is_new=False), pace.minutes(item, is_new=True)
    found: dict[Rating, date | None] = {}
    latest = today
    for rating in Rating:
        belief = learner.ensemble.believed_after(Review(item.id, today, rating))
        back = _back(learner, belief, agenda, short_from, costs)
        if back is None:
            return found | {later: None for later in Rating if later >= rating}
        found[rating] = latest = max(back, latest)
    return found


def days_known(learner: Replay, item: AnyItem, today: date) -> Mapping[Rating, int]:
    """For how many days its predicted recall stays at 80 % if it is rated so today: one at least, more for a better rating."""
    prospect = Prospect(learner.ensemble.leading, today)
    days = [today + timedelta(days=ahead) for ahead in range(1, FARTHEST_DAYS)]
    found, longest = dict[Rating, int](), 1
    for rating in Rating:
        belief = learner.ensemble.believed_after(Review(item.id, today, rating))
        kept = next((n for n, day in enumerate(days) if prospect.recall(belief, day) < TARGET_WITH_DATE), len(days))
        found[rating] = longest = max(kept, longest)
    return found


def _short_from(
    bank: Bank, learner: Replay, agenda: Agenda, pace: Pace, minutes: float, landed: frozenset[str]
) -> date | None:
    """The day from which the gain on the interview's day alone decides; None without an interview."""
    if not agenda.ahead:
        return None
    beliefs = learner.ensemble.beliefs
    new = (item for item in bank.items.values() if item.id not in beliefs and has_landed(item, landed))
    if sum(pace.minutes(item, is_new=True) for item in new) > SHORT_SHARE * minutes * agenda.days_of_practice:
        return agenda.today
    return agenda.ahead[0][0] - timedelta(days=LAST_DAYS)


def _back(
    learner: Replay, belief: Belief, agenda: Agenda, short_from: date | None, costs: tuple[float, float]
) -> date | None:
    """The first day after today that wants the item."""
    views, today = learner.ensemble.leading, agenda.today
    prospect = Prospect(views, today)
    target = TARGET_WITHOUT_DATE if short_from is None else TARGET_WITH_DATE
    farthest = FARTHEST_DAYS if short_from is None else (agenda.ahead[0][0] - today).days
    days = [today + timedelta(days=ahead) for ahead in range(1, farthest)]
    place = bisect_left(days, True, key=lambda day: prospect.recall(belief, day) < target)
    if short_from is None:
        return days[min(place, len(days) - 1)]
    on, (again, first) = agenda.ahead[0][0], costs
    for number, day in enumerate(days):
        if day < short_from:
            if number >= place:
                return day
            continue
        then = Prospect(views, day)
        gain = then.gain(belief, on)
        if gain >= LEAST_GAIN and gain * first >= OPENING_FACTOR * then.gain_of_new(on) * again:
            return day
    return None

"""What to practise today, and what will be known on a day; the domain only.

With an interview ahead, all serves the recall to be expected on its day. What is due (predicted recall below 0.80)
comes first, so that nothing learned is lost on the way; then new items by triage; then, with time left, what a review
raises most. In the last five days, and where time is short for what is new, nothing is kept for later: old and new are
taken by the recall that they add on the day, by the weight of their section, for each minute. Code has a share of the
minutes of its own (`code_share`). Without an interview ahead, what was learned is kept above 0.90, in two thirds of the minutes
while anything is new, and new items fill the rest. A day that was missed needs no catching up: each plan starts from
what is remembered now, as the ensemble has it (`memory.ensemble`).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, tzinfo

from interview_cli.domain.history.event import Event
from interview_cli.domain.history.log_reading import dormant
from interview_cli.domain.history.replay import Replay, catch_up
from interview_cli.domain.history.study_day import study_day
from interview_cli.domain.items.question import FILED, AnyItem, Bank, ItemId
from interview_cli.domain.memory.prospect import Prospect
from interview_cli.domain.planning.agenda import Agenda
from interview_cli.domain.planning.code_share import code_share
from interview_cli.domain.planning.day_plan import (
    ANYTHING,
    TARGET_WITH_DATE,
    TARGET_WITHOUT_DATE,
    Planned,
    Situation,
    Wanted,
)
from interview_cli.domain.planning.interview import Interview, days_off, next_interview
from interview_cli.domain.planning.leeches import is_leech, other_form
from interview_cli.domain.planning.pace import Pace
from interview_cli.domain.planning.recall import (
    Forecast,
    first_concepts,
    has_landed,
    practised_concepts,
    recalled_share,
)
from interview_cli.domain.planning.triage import triage

RESERVE = 2.0
"""Nobody is twice as quick as foreseen for long: the plan follows the user's own times."""


def choose(
    items: Bank,
    events: Sequence[Event],
    now: datetime,
    interviews: Iterable[Interview],
    minutes: float,
    *,
    wanted: Wanted = ANYTHING,
    landed: frozenset[str] = frozenset(),
    zone: tzinfo | None = None,
    replay: Replay | None = None,
) -> tuple[ItemId, ...]:
    """The items to practise now, in their order, for whoever stops when the minutes are over.

    Those of `plan`, whose arguments these are; behind them, for answers that come quicker than foreseen, what would
    come next in `RESERVE` times the minutes, unless the number of items or of new ones is bounded. Code has had its share
    of the minutes, so that the reserve has its questions first: a problem begun in the last minute would eat up the next day's.
    """
    learner, known = catch_up(events, items.items, zone_of(now, zone), replay), tuple(interviews)

    def planned_in(time: float) -> list[ItemId]:
        found = plan(items, events, now, known, time, wanted=wanted, landed=landed, zone=zone, replay=learner)
        return [entry.item for entry in found]

    first = planned_in(minutes)
    if wanted.count is not None or wanted.new is not None:
        return tuple(first)
    reserve = sorted(planned_in(RESERVE * minutes), key=lambda item: items.items[item].kind in FILED)
    return tuple(dict.fromkeys([*first, *reserve]))


def plan(
    items: Bank,
    events: Sequence[Event],
    now: datetime,
    interviews: Iterable[Interview],
    minutes: float,
    *,
    wanted: Wanted = ANYTHING,
    landed: frozenset[str] = frozenset(),
    zone: tzinfo | None = None,
    replay: Replay | None = None,
) -> tuple[Planned, ...]:
    """The items to practise in `minutes` from now: never more than fit, but at least one that is worth practising.

    `landed` are the problems whose references exist: no other code, and no bug in other code, is asked. `zone` is the
    user's (default: that of `now`); `replay` saves reading again what it has read. The same arguments, the same plan.
    """
    learner = catch_up(events, items.items, zone_of(now, zone), replay)
    today = study_day(now, learner.basis.zone)
    asleep = dormant(learner.settings, today)
    sections = {item.id: items.section_of(item) for item in items.items.values()}
    askable = [
        item for item in items.items.values() if item.id not in asleep and _admits(wanted, sections, item, landed)
    ]
    agenda = Agenda.of(interviews, today, days_off(learner.settings, today))
    if agenda.days_left == 0:  # what is met for the first time on the day itself only unsettles
        wanted = replace(wanted, new=0)
    beliefs = learner.ensemble.beliefs
    pace = Pace(items, learner)
    spent = {
        name: pace.minutes(items.items[name], is_new=belief.first == today)
        for name, belief in beliefs.items()
        if belief.last == today and name in items.items and name in learner.seconds  # the rest took no time
    }
    situation = Situation(
        bank=items,
        agenda=agenda,
        seen=[(item, beliefs[item.id]) for item in askable if item.id in beliefs],
        new=[] if wanted.new == 0 else triage(askable, items, beliefs.keys(), agenda.priority, wanted.seed),
        practised=practised_concepts(items, beliefs, today) | first_concepts(items, wanted.without),
        prospect=Prospect(learner.ensemble.leading, today),
        minutes={item.id: pace.minutes(item, is_new=item.id not in beliefs) for item in askable},
        sections=sections,
        spent=sum(spent.values()),
        spent_on_code=sum(minutes for name, minutes in spent.items() if items.items[name].kind in FILED),
        code_share=code_share(learner.settings),
    )
    return _in_other_forms(situation.planned(minutes, wanted), situation, askable, minutes, wanted)


def _in_other_forms(
    planned: tuple[Planned, ...], situation: Situation, askable: Sequence[AnyItem], minutes: float, wanted: Wanted
) -> tuple[Planned, ...]:
    """The same plan with leeches in another form, where there is one that fits and is admitted, and named."""
    courses = {item.id: belief for item, belief in situation.seen}
    tired = [entry for entry in planned if is_leech(courses.get(entry.item))]
    if not tired:
        return planned
    room = minutes - sum(entry.minutes for entry in planned)
    new_places = math.inf if wanted.new is None else wanted.new - sum(entry.item not in courses for entry in planned)
    chosen = {entry.item: entry for entry in planned}
    for entry in tired:
        leech = situation.bank.items[entry.item]
        times = f"forgotten {courses[leech.id].lapses} times"
        other = other_form(leech, askable, courses)
        if other is not None and other.id in chosen:
            del chosen[leech.id]  # it is asked in this form
            room += entry.minutes
            continue
        longer = math.inf if other is None else situation.minutes[other.id] - entry.minutes
        is_new = other is not None and other.id not in courses
        if other is None or longer > (0 if other.kind in FILED else room) or is_new > new_places:
            chosen[leech.id] = replace(entry, why=f"{entry.why}; {times}")
            continue
        form = Planned(other.id, entry.minutes + longer, f"another form of {leech.id}, {times}")
        chosen = {
            form.item if name == leech.id else name: form if name == leech.id else one for name, one in chosen.items()
        }
        room, new_places = room - longer, new_places - is_new
    return tuple(chosen.values())


def forecast(
    items: Bank,
    events: Sequence[Event],
    now: datetime,
    interviews: Iterable[Interview],
    on: date,
    *,
    minutes: float = 0.0,
    landed: frozenset[str] = frozenset(),
    zone: tzinfo | None = None,
    replay: Replay | None = None,
) -> Forecast:
    """The share of all items that will be recalled on a study day if so many minutes are practised each day before it.

    An item that was never seen counts as not recalled, but for what its concept lends it (`memory.kin`); all items weigh
    the same (`outlook.outlook` weighs them by what the interview asks, and tells sections apart).
    """
    learner = catch_up(events, items.items, zone_of(now, zone), replay)
    if minutes > 0:
        from interview_cli.domain.planning.outlook import foreseen_share  # a drill starts without it

        return foreseen_share(items, learner, study_day(now, learner.basis.zone), interviews, on, minutes, landed)
    return recalled_share(items, [item for item in items.items.values() if has_landed(item, landed)], learner, on)


def predicted_recall(learner: Replay, item: ItemId, on: date) -> float:
    """The recall of one item on a study day; 0 for what the log never saw."""
    return learner.ensemble.recall(item, on)


def target_recall(interviews: Iterable[Interview], today: date) -> float:
    """The predicted recall below which an item is due."""
    return TARGET_WITH_DATE if next_interview(interviews, today) else TARGET_WITHOUT_DATE


def due_items(learner: Replay, today: date, target: float) -> frozenset[ItemId]:
    """The items whose predicted recall on a study day is below the target; none that was reviewed on that day."""
    recall = Prospect(learner.ensemble.leading, today).recall
    return frozenset(item for item, belief in learner.ensemble.beliefs.items() if recall(belief, today) < target)


def zone_of(now: datetime, zone: tzinfo | None) -> tzinfo:
    """The user's zone: the given one, else that of `now`. Raises: ValueError if there is neither."""
    found = zone or now.tzinfo
    if found is None:
        raise ValueError(f"{now.isoformat()} has no time zone")
    return found


def _admits(wanted: Wanted, sections: Mapping[ItemId, int], item: AnyItem, landed: frozenset[str]) -> bool:
    return (
        (not wanted.kinds or item.kind in wanted.kinds)
        and (not wanted.sections or sections[item.id] in wanted.sections)
        and has_landed(item, landed)
        and item.id not in wanted.without
    )

"""What will be known on the day of an interview if one goes on practising: a forecast that plays the days ahead.

The days are planned by some of the ensemble's views together (`days_ahead`), and answered by each at three scales of its
stability, so that what is still open about the learner is in the bounds; with what the counts say (`memory.counts`) of each item
that a view has played. Imports the domain only.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from interview_cli.domain.history.replay import Replay
from interview_cli.domain.items.question import AnyItem, Bank, Code, ItemId
from interview_cli.domain.memory.ensemble import Belief, Ensemble, View
from interview_cli.domain.planning.agenda import Agenda
from interview_cli.domain.planning.code_share import code_share
from interview_cli.domain.planning.days_ahead import COARSELY, DaysAhead
from interview_cli.domain.planning.first_looks import ENOUGH
from interview_cli.domain.planning.interview import Interview
from interview_cli.domain.planning.recall import Forecast, share_known
from interview_cli.domain.planning.views import SCALES, scaled, spread
from interview_cli.domain.shares import percent

MISFIT = 1.1
"""Octaves of stability that a forecast leaves open where all its days lie beyond those known; a judgement, made so that
the bounds held most simulated learners from their first week on."""

CONTRADICTED = 1.0
"""So much wider is what is open about the learner where the answers refute all laws of memory: what is left then are counts,
and no law says how far they carry."""

UNTRIED, TRIES = 0.25, 10
"""So much wider it is before any answer has told of forgetting; so many such answers halve that."""

STEP_MINUTES = 10.0
"""What is tried more and less of a day."""

STOPS = (7, 14, 28)
"""After so many days, too, it is said what will be known, so that a forecast can be scored before its day."""

AMPLE, HOPELESS = 0.93, 0.35
"""Shares known on the day from which on time is ample, or below which most will be missing."""


@dataclass(frozen=True, slots=True)
class SectionOutlook:
    """One section on the day: what it weighs beside the others, its share known, and items that are not reached."""

    section: int
    weight: float
    share: Forecast
    items: int
    unreached: int


@dataclass(frozen=True, slots=True)
class Missed:
    """What will not be reached of a section: how many items, and the titles of concepts that no other item teaches."""

    section: int
    items: int
    concepts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CodeOutlook:
    """What the minutes for code are worth: problems solved on the day, with and without these, and what they cost.

    `without` is the share of the questions that would be known if they had all the minutes, `questions` that of them that will.
    """

    share: float
    problems: float
    problems_without: float
    questions: float
    without: float


@dataclass(frozen=True, slots=True)
class Outlook:
    """The day of an interview with so many minutes a day.

    `share` is of all items by the weight of their sections, `unweighted` of their number, `often` of what is often asked for the
    role; `would_answer` is `share` with what of the rest would be answered unpractised, None where too few first looks tell that.
    `less` and `more` are the means of `share` with `STEP_MINUTES` less and more a day. `path` is the share on days before, as
    far as `STOPS` lie before it. `unreached` will not have been seen, the worthiest first; `missed` is the same by section.
    """

    on: date
    days: int
    minutes: float
    share: Forecast
    unweighted: Forecast
    less: float
    more: float
    path: tuple[tuple[date, Forecast], ...]
    sections: tuple[SectionOutlook, ...]
    unreached: tuple[ItemId, ...]
    missed: tuple[Missed, ...]
    often: Forecast | None = None
    would_answer: Forecast | None = None
    code: CodeOutlook | None = None

    @property
    def sentence(self) -> str:
        """What to make of it, in one plain sentence."""
        share, step = f"{percent(self.share.mean)}", f"{STEP_MINUTES:.0f} minutes"
        points = round((self.more - self.share.mean) * 100)
        gained = "1 point" if points == 1 else f"{points} points"
        if self.days == 0:
            return f"It's the day: you know {share} of what it asks. Don't learn anything new; review what you know."
        if self.share.mean >= AMPLE and self.less >= AMPLE:
            return f"You have plenty of time: you'll know {share}, and {step} less a day would hardly change that."
        if self.share.mean < HOPELESS:
            return (
                f"There isn't time for everything: you'll know about {share}. What counts most comes first. "
                f"You won't reach {len(self.unreached)} items, and {step} more a day would add {gained}."
            )
        return f"You'll know about {share}. {step} more a day would add {gained}."


def outlook(
    bank: Bank,
    learner: Replay,
    today: date,
    interviews: Iterable[Interview],
    interview: Interview,
    minutes: float,
    landed: frozenset[str],
) -> Outlook:
    """The outlook for one of the interviews, with so many minutes on each day before it but those that are off."""
    ahead = DaysAhead.of(bank, learner, today, tuple(interviews), landed)
    stops = [day for days in STOPS if (day := today + timedelta(days=days)) < interview.on]
    share_of_code, views = code_share(learner.settings), spread(learner.ensemble.foretelling)
    *stopped, end = _played(ahead, views, [*stops, interview.on], minutes, share_of_code)
    agenda = Agenda.of([interview], min(today, interview.on))
    weights = {item.id: agenda.weight(bank.section_of(item)) for item in ahead.items}
    share = end.share(weights)
    main = _most_like_all(end, views, weights, share.mean)
    less, here, more = (
        _by_one_view(ahead, main, interview.on, minutes + step, share_of_code)
        for step in (-STEP_MINUTES, 0.0, STEP_MINUTES)
    )
    scale = share.mean / (here.share(weights).mean or 1.0)
    often = {item.id: weights[item.id] for item in ahead.items if _is_often_asked(item, bank)}
    return Outlook(
        on=interview.on,
        days=max((interview.on - today).days, 0),
        minutes=minutes,
        share=share,
        unweighted=end.share(dict.fromkeys(weights, 1.0)),
        often=end.share(often) if any(often.values()) else None,
        would_answer=end.answered(ahead).share(weights) if ahead.looks.count >= ENOUGH else None,
        less=min(less.share(weights).mean * scale, share.mean),
        more=min(max(more.share(weights).mean * scale, share.mean), 1.0),
        code=_code(ahead, main, here, interview.on, minutes, share_of_code),
        path=tuple((day, state.share(weights)) for day, state in zip(stops, stopped, strict=True)),
        sections=tuple(_sections(ahead, end, agenda)),
        unreached=end.unreached,
        missed=_missed(ahead, end, agenda),
    )


def foreseen_share(
    bank: Bank,
    learner: Replay,
    today: date,
    interviews: Iterable[Interview],
    on: date,
    minutes: float,
    landed: frozenset[str],
) -> Forecast:
    """The share of all items, each the same, that will be recalled on a day with so many minutes on each before it."""
    ahead = DaysAhead.of(bank, learner, today, tuple(interviews), landed)
    [end] = _played(ahead, spread(learner.ensemble.foretelling), [on], minutes, code_share(learner.settings))
    return end.share({item.id: 1.0 for item in ahead.items})


@dataclass(frozen=True, slots=True)
class _End:
    """A day, once for each view: recall of every item by view, what no view reached, and how much wider its bounds are."""

    recalls: Mapping[ItemId, tuple[float, ...]]
    weights: Sequence[float]
    unreached: tuple[ItemId, ...]
    met: frozenset[ItemId]
    stretch: float

    def share(self, weights: Mapping[ItemId, float]) -> Forecast:
        items = [(weight, self.recalls[item]) for item, weight in weights.items()]
        return share_known(items, self.weights, stretch=self.stretch)

    def alone(self, place: int) -> _End:
        """The same by one view alone."""
        recalls = {item: (by_view[place],) for item, by_view in self.recalls.items()}
        return replace(self, recalls=recalls, weights=(1.0,))

    def answered(self, ahead: DaysAhead) -> _End:
        """The same with what would be answered of the questions that were not met; no problem is solved unpractised."""
        unmet = [item for item in ahead.items if item.id not in self.met and not isinstance(item, Code)]
        known = {item.id: ahead.looks.share(item) for item in unmet}
        recalls = {
            item: tuple(1 - (1 - recall) * (1 - known.get(item, 0.0)) for recall in by_view)
            for item, by_view in self.recalls.items()
        }
        return replace(self, recalls=recalls)


def _played(
    ahead: DaysAhead, views: Sequence[View], days: Sequence[date], minutes: float, share_of_code: float
) -> list[_End]:
    """How it stands on each of the days, in their order: the views' plan, answered by each at several scales."""
    ensemble = ahead.learner.ensemble
    answering = scaled(views, _misfit(ahead, days[-1]), ensemble.odds)
    sessions, _ = ahead.scheduled(spread(ensemble.leading), days[-1], minutes, share_of_code)
    believed = [ahead.believed(replace(node, weight=1.0), sessions, days) for node in answering]
    return [_end(ahead, day, answering, [by_day[place] for by_day in believed]) for place, day in enumerate(days)]


def _by_one_view(ahead: DaysAhead, view: View, on: date, minutes: float, share_of_code: float) -> _End:
    """The day by one view alone: what two of them differ by."""
    alone = replace(view, weight=1.0)
    _, beliefs = ahead.scheduled([alone], on, minutes, share_of_code, COARSELY)
    return _end(ahead, on, [alone], [beliefs])


def _most_like_all(end: _End, views: Sequence[View], weights: Mapping[ItemId, float], mean: float) -> View:
    """The view that expects nearest to what all do together."""
    alone = [end.alone(len(SCALES) * place + len(SCALES) // 2).share(weights).mean for place in range(len(views))]
    _, nearest = min((abs(expected - mean), place) for place, expected in enumerate(alone))
    return views[nearest]


def _end(ahead: DaysAhead, day: date, views: Sequence[View], believed: Sequence[Mapping[ItemId, Belief]]) -> _End:
    columns = [_recalls(ahead, view, own, day) for view, own in zip(views, believed, strict=True)]
    recalls = {item.id: row for item, row in zip(ahead.items, zip(*columns, strict=True), strict=True)}
    met = frozenset[ItemId]().union(*believed)
    unreached = tuple(entry.item.id for entry in ahead.new if entry.item.id not in met)
    return _End(recalls, [view.weight for view in views], unreached, met, _stretch(ahead.learner.ensemble))


def _recalls(ahead: DaysAhead, view: View, beliefs: Mapping[ItemId, Belief], day: date) -> list[float]:
    """The recall of all items under one view, with what their concepts lend to those that were not met."""
    own = {item: ahead.recall(view, belief, day) for item, belief in beliefs.items()}
    kinship = ahead.kinship
    if not kinship.share:
        return [own.get(item.id, 0.0) for item in ahead.items]
    return [
        own[item.id] if item.id in own else kinship.lent(item, lambda name: own.get(name, 0.0)) for item in ahead.items
    ]


def _misfit(ahead: DaysAhead, on: date) -> float:
    """What the days known leave open about those ahead, in octaves."""
    beliefs = ahead.learner.ensemble.beliefs.values()
    known = (ahead.today - min((belief.first for belief in beliefs), default=ahead.today)).days
    left = max((on - ahead.today).days, 0)
    return MISFIT * left / max(left + known, 1)


def _stretch(ensemble: Ensemble) -> float:
    """How much wider bounds are than the views have it; counts that say no more than the laws do not widen them."""
    contradicted = max(2 * ensemble.share_of_counts - 1, 0.0)
    return 1 + CONTRADICTED * contradicted + UNTRIED * TRIES / (TRIES + ensemble.tests)


def _is_often_asked(item: AnyItem, bank: Bank) -> bool:
    concept = bank.concepts.get(item.concepts[0])
    return concept is not None and concept.asked == "often"


def _code(
    ahead: DaysAhead, view: View, here: _End, on: date, minutes: float, share_of_code: float
) -> CodeOutlook | None:
    """What the share of code is worth by one view; None where there are no problems or no days."""
    problems = [item.id for item in ahead.items if isinstance(item, Code)]
    if not problems or on <= ahead.today:
        return None
    without = _by_one_view(ahead, view, on, minutes, 0.0)
    questions = {item.id: 1.0 for item in ahead.items if not isinstance(item, Code)}

    def solved(end: _End) -> float:
        return math.fsum(end.recalls[problem][0] for problem in problems)

    return CodeOutlook(
        share=share_of_code,
        problems=solved(here),
        problems_without=solved(without),
        questions=here.share(questions).mean,
        without=without.share(questions).mean,
    )


def _sections(ahead: DaysAhead, end: _End, agenda: Agenda) -> Iterator[SectionOutlook]:
    """The sections that have items, in the order of the guide."""
    numbers = {item.id: ahead.bank.section_of(item) for item in ahead.items}
    sizes = Counter(numbers.values())
    missed = Counter(numbers[item] for item in end.unreached)
    for section in sorted(sizes):
        share = end.share({item: 1.0 for item, number in numbers.items() if number == section})
        yield SectionOutlook(section, agenda.weight(section), share, sizes[section], missed[section])


def _missed(ahead: DaysAhead, end: _End, agenda: Agenda) -> tuple[Missed, ...]:
    """What is not reached of each section, where the most weight is missing first."""
    unreached = dict.fromkeys(end.unreached)
    taught = {item.concepts[0] for item in ahead.items if item.id not in unreached}
    by_section: dict[int, list[AnyItem]] = {}
    for name in unreached:
        item = ahead.bank.items[name]
        by_section.setdefault(ahead.bank.section_of(item), []).append(item)
    found = []
    for section, items in by_section.items():
        concepts = dict.fromkeys(item.concepts[0] for item in items if item.concepts[0] not in taught)
        titles = tuple(ahead.bank.concepts[concept].title for concept in concepts)
        found.append(Missed(section, len(items), titles))
    return tuple(sorted(found, key=lambda row: -row.items * agenda.weight(row.section)))

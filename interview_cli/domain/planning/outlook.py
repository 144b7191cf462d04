"""What will be known on the day of an interview if one goes on practising: a forecast that plays the days ahead.

Each day until then is planned by the rules that plan the drill (`day_plan`) and answered as the ensemble expects: once
for each of its views that weigh most, so that what is still open about the learner is in the bounds; with what the
counts say (`memory.counts`) of each item that a view has played. Luck is drawn from the item's name and the number of
the review, so that two forecasts differ by what was asked and not by the dice. Imports the domain only.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from zlib import crc32

from interview_cli.domain.history.log_reading import dormant
from interview_cli.domain.history.replay import Replay
from interview_cli.domain.items.question import AnyItem, Bank, ItemId
from interview_cli.domain.memory.counts import Odds, first_trail
from interview_cli.domain.memory.ensemble import Belief, View
from interview_cli.domain.memory.fsrs import Rating, next_difficulty, retrievability, spaced_stability
from interview_cli.domain.memory.kinship import Kinship
from interview_cli.domain.memory.prospect import FIRST_RATINGS, Prospect
from interview_cli.domain.planning.agenda import Agenda
from interview_cli.domain.planning.code_share import SAVED_DAYS, code_share
from interview_cli.domain.planning.day_plan import ANYTHING, Situation
from interview_cli.domain.planning.interview import Interview, days_off
from interview_cli.domain.planning.pace import Pace
from interview_cli.domain.planning.recall import Forecast, has_landed, practised_concepts, share_known
from interview_cli.domain.planning.triage import NewItem, triage

VIEWS = 4
"""So many views of the ensemble are played, spread over its weight."""

MISFIT = 0.8
"""Octaves of stability that a forecast leaves open where all its days lie beyond those known; a judgement, made so that
the bounds held most simulated learners from their first week on."""

REPEAT_SHARE = 0.1
"""What asking once more the same day, after an Again, takes of a day's minutes."""

NEAR_DAYS = 28
FAR_SESSIONS = 28
"""Days that are further than `NEAR_DAYS` from today and from every interview are played in at most so many sessions."""

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
class Outlook:
    """The day of an interview with so many minutes a day.

    `share` is of all items by the weight of their sections, `unweighted` of their number; `less` and `more` are the
    means of `share` with `STEP_MINUTES` less and more a day. `path` is the share on days before, as far as `STOPS` lie
    before it. `unreached` will not have been seen, the worthiest first; `missed` is the same by section.
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

    @property
    def sentence(self) -> str:
        """What to make of it, in one plain sentence."""
        share, step = f"{self.share.mean * 100:.0f} %", f"{STEP_MINUTES:.0f} minutes"
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
    imagined = _Imagined(bank, learner, today, tuple(interviews), landed)
    stops = [day for ahead in STOPS if (day := today + timedelta(days=ahead)) < interview.on]
    views = _scaled(imagined.views, imagined.misfit(interview.on), learner.ensemble.odds)
    *stopped, end = imagined.played([*stops, interview.on], minutes, views)
    agenda = Agenda.of([interview], min(today, interview.on))
    weights = {item.id: agenda.weight(bank.section_of(item)) for item in imagined.items}
    share = end.share(weights)
    less, more = (
        imagined.played([interview.on], minutes + step, imagined.views)[0].share(weights).mean
        for step in (-STEP_MINUTES, STEP_MINUTES)
    )
    middle = end.at_middle_scales().share(weights).mean
    return Outlook(
        on=interview.on,
        days=max((interview.on - today).days, 0),
        minutes=minutes,
        share=share,
        unweighted=end.share(dict.fromkeys(weights, 1.0)),
        less=max(share.mean - max(middle - less, 0.0), 0.0),
        more=min(share.mean + max(more - middle, 0.0), 1.0),
        path=tuple((day, state.share(weights)) for day, state in zip(stops, stopped, strict=True)),
        sections=tuple(imagined.sections(end, agenda)),
        unreached=end.unreached,
        missed=imagined.missed(end, agenda),
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
    imagined = _Imagined(bank, learner, today, tuple(interviews), landed)
    [end] = imagined.played([on], minutes, _scaled(imagined.views, imagined.misfit(on), learner.ensemble.odds))
    return end.share({item.id: 1.0 for item in imagined.items})


@dataclass(frozen=True, slots=True)
class _End:
    """A day, once for each view: recall of every item by view, and what no view reached."""

    recalls: Mapping[ItemId, tuple[float, ...]]
    weights: Sequence[float]
    unreached: tuple[ItemId, ...]

    def share(self, weights: Mapping[ItemId, float]) -> Forecast:
        return share_known([(weight, self.recalls[item]) for item, weight in weights.items()], self.weights)

    def at_middle_scales(self) -> _End:
        """The same by the views that `_scaled` left as they were."""
        middle = slice(1, None, len(_SCALES))
        total = math.fsum(self.weights[middle])
        recalls = {item: by_view[middle] for item, by_view in self.recalls.items()}
        return _End(recalls, [weight / total for weight in self.weights[middle]], self.unreached)


class _Imagined:
    """The days to come of one learner."""

    def __init__(
        self,
        bank: Bank,
        learner: Replay,
        today: date,
        interviews: Sequence[Interview],
        landed: frozenset[str],
    ) -> None:
        self._bank, self._learner, self._today, self._interviews = bank, learner, today, interviews
        self._off = days_off(learner.settings, today)
        self._code_share = code_share(learner.settings)
        self.items = [item for item in bank.items.values() if has_landed(item, landed)]
        asleep = dormant(learner.settings, today)
        self._askable = [item for item in self.items if item.id not in asleep]
        pace = Pace(bank, learner)
        self._minutes_of_new = {item.id: pace.minutes(item, is_new=True) for item in self._askable}
        self._minutes_of_old = {item.id: pace.minutes(item, is_new=False) for item in self._askable}
        priority = Agenda.of(interviews, today).priority
        self._new = triage(self._askable, bank, learner.ensemble.beliefs.keys(), priority, seed=0)
        self._kinship = Kinship.of(bank, learner.ensemble.beliefs)
        self.views = _spread(learner.ensemble.leading)

    def played(self, days: Sequence[date], minutes: float, views: Sequence[View]) -> list[_End]:
        """How it stands on each of the days, in their order, under these views."""
        played = [self._played_by(replace(view, weight=1.0), days, minutes * (1 - REPEAT_SHARE)) for view in views]
        weights = [view.weight for view in views]
        return [self._end(day, views, weights, [by_day[day] for by_day in played]) for day in days]

    def _end(
        self, day: date, views: Sequence[View], weights: Sequence[float], believed: Sequence[Mapping[ItemId, Belief]]
    ) -> _End:
        columns = [self._recalls(view, beliefs, day) for view, beliefs in zip(views, believed, strict=True)]
        recalls = {item.id: row for item, row in zip(self.items, zip(*columns, strict=True), strict=True)}
        met = frozenset().union(*believed)
        return _End(recalls, weights, tuple(entry.item.id for entry in self._new if entry.item.id not in met))

    def _recalls(self, view: View, beliefs: Mapping[ItemId, Belief], day: date) -> list[float]:
        """The recall of all items under one view, with what their concepts lend to those that were not met."""
        own = {item: self._recall(view, belief, day) for item, belief in beliefs.items()}
        return [
            own[item.id] if item.id in own else self._kinship.lent(item, lambda name: own.get(name, 0.0))
            for item in self.items
        ]

    def _recall(self, view: View, belief: Belief, on: date) -> float:
        """Recall under one view, with what the counts say."""
        days = max((on - belief.last).days, 0)
        recall = view.recall(belief.stabilities[view.index], days)
        if belief.trail.claimed:
            return recall
        ensemble = self._learner.ensemble
        counted = ensemble.odds.recall(belief.trail, days, view.shift)
        return recall + ensemble.share_of_counts * (counted - recall)

    def _answered(self, view: View, item: ItemId, belief: Belief | None, day: date) -> Belief:
        """The belief after an answer on that day as it is expected under the view."""
        chance = crc32(f"{item} {belief.reviews if belief else 0}".encode()) / 2**32
        if belief is None:
            return _first_belief(view, _first_rating(chance), day)
        is_recalled = chance < self._recall(view, belief, day)
        return _next_belief(view, belief, Rating.GOOD if is_recalled else Rating.AGAIN, day)

    def misfit(self, on: date) -> float:
        """What the days known leave open about those ahead, in octaves."""
        beliefs = self._learner.ensemble.beliefs.values()
        known = (self._today - min((belief.first for belief in beliefs), default=self._today)).days
        ahead = max((on - self._today).days, 0)
        return MISFIT * ahead / max(ahead + known, 1)

    def sections(self, end: _End, agenda: Agenda) -> Iterator[SectionOutlook]:
        """The sections that have items, in the order of the guide."""
        numbers = {item.id: self._bank.section_of(item) for item in self.items}
        sizes = Counter(numbers.values())
        missed = Counter(numbers[item] for item in end.unreached)
        for section in sorted(sizes):
            share = end.share({item: 1.0 for item, number in numbers.items() if number == section})
            yield SectionOutlook(section, agenda.weight(section), share, sizes[section], missed[section])

    def missed(self, end: _End, agenda: Agenda) -> tuple[Missed, ...]:
        """What is not reached of each section, where the most weight is missing first."""
        unreached = dict.fromkeys(end.unreached)
        taught = {item.concepts[0] for item in self.items if item.id not in unreached}
        by_section: dict[int, list[AnyItem]] = {}
        for name in unreached:
            item = self._bank.items[name]
            by_section.setdefault(self._bank.section_of(item), []).append(item)
        found = []
        for section, items in by_section.items():
            concepts = dict.fromkeys(item.concepts[0] for item in items if item.concepts[0] not in taught)
            titles = tuple(self._bank.concepts[concept].title for concept in concepts)
            found.append(Missed(section, len(items), titles))
        return tuple(sorted(found, key=lambda row: -row.items * agenda.weight(row.section)))

    def _played_by(self, view: View, days: Sequence[date], minutes: float) -> dict[date, dict[ItemId, Belief]]:
        """What is believed on each of the days before it is practised on it."""
        beliefs = dict(self._learner.ensemble.beliefs)
        new: Sequence[NewItem] = self._new
        reached: dict[date, dict[ItemId, Belief]] = {}
        sessions = sorted(self._sessions(days[-1]).items()) if minutes > 0 else []
        for stop in days:
            while sessions and sessions[0][0] < stop:
                day, held = sessions.pop(0)
                new = [entry for entry in new if entry.item.id not in beliefs]
                for item in self._planned(view, day, beliefs, new, minutes, held):
                    beliefs[item] = self._answered(view, item, beliefs.get(item), day)
            reached[stop] = dict(beliefs)
        return reached

    def _sessions(self, on: date) -> dict[date, int]:
        """The days before it that are practised on, with the number of days whose minutes each holds.

        Days near today and near an interview hold their own; those between are put together where they are many.
        """
        begin = self._today
        beliefs = self._learner.ensemble.beliefs
        if any(beliefs[item].last == begin for item in self._learner.seconds if item in beliefs):
            begin += timedelta(days=1)  # today's minutes are spent
        coming = [begin + timedelta(days=ahead) for ahead in range((on - begin).days)]
        days = [day for day in coming if day not in self._off]
        ends = [on, *(one.on for one in self._interviews if self._today <= one.on < on)]
        near = timedelta(days=NEAR_DAYS)
        far = [day for day in days if day - self._today >= near and all(not day < end <= day + near for end in ends)]
        size = max(math.ceil(len(far) / FAR_SESSIONS), 1)
        blocks = [far[place : place + size] for place in range(0, len(far), size)]
        return dict.fromkeys(set(days) - set(far), 1) | {block[len(block) // 2]: len(block) for block in blocks}

    def _planned(
        self,
        view: View,
        day: date,
        beliefs: Mapping[ItemId, Belief],
        new: Sequence[NewItem],
        minutes: float,
        held: int,
    ) -> list[ItemId]:
        """What is practised on a day with the minutes of so many days, of what fits into one."""
        of_new, of_old = self._minutes_of_new, self._minutes_of_old

        def minutes_of(item: AnyItem) -> float:
            return (of_old if item.id in beliefs else of_new)[item.id]

        def fits(item: AnyItem) -> bool:
            return held == 1 or minutes_of(item) <= (
                SAVED_DAYS * minutes * self._code_share if item.kind == "code" else minutes
            )

        agenda = Agenda.of(self._interviews, day, self._off)
        situation = Situation(
            bank=self._bank,
            agenda=agenda,
            seen=[(item, beliefs[item.id]) for item in self._askable if item.id in beliefs and fits(item)],
            new=[entry for entry in new if fits(entry.item)] if agenda.days_left else (),
            practised=practised_concepts(self._bank, beliefs, day),
            prospect=Prospect((view,), day),
            minutes_of=minutes_of,
            held=held,
            code_share=self._code_share,
        )
        return [entry.item for entry in situation.planned(minutes * held, ANYTHING)]


def _spread(views: Sequence[View]) -> list[View]:
    """`VIEWS` equal parts of the ensemble's weight, each by the view in its middle."""
    ordered = sorted(views, key=lambda view: (view.parameters.weights[20], view.scale, view.index))
    chosen: list[View] = []
    for part in range(VIEWS):
        place = (part + 0.5) / VIEWS
        for view in ordered:
            place -= view.weight
            if place <= 0 or view is ordered[-1]:
                chosen.append(view)
                break
    weights = Counter(view.index for view in chosen)
    return [replace(view, weight=weights[view.index] / VIEWS) for view in ordered if view.index in weights]


_SCALES = ((-(3**0.5), 1 / 6), (0.0, 2 / 3), (3**0.5, 1 / 6))
"""The nodes of a normal law, in standard deviations, and their weights."""


def _scaled(views: Sequence[View], misfit: float, odds: Odds) -> list[View]:
    """Each view at three scales: the nodes of a normal law with its doubt and the misfit, weighing as these do.

    The counts are moved with it by as many standard deviations of their own.
    """
    open_odds = math.hypot(odds.doubt, odds.shift(misfit))
    return [
        replace(
            view,
            weight=view.weight * share,
            scale=view.scale * 2.0 ** (step * math.hypot(view.doubt, misfit)),
            shift=step * open_odds,
        )
        for view in views
        for step, share in _SCALES
    ]


def _first_belief(view: View, rating: Rating, day: date) -> Belief:
    constants = view.parameters.constants
    is_known = rating != Rating.AGAIN
    return Belief(
        first=day,
        last=day,
        reviews=1,
        lapses=0,
        knew=is_known,
        difficulty=constants.first_difficulty_by_rating[rating],
        stabilities=(constants.first_stability_by_rating[rating],) * (view.index + 1),
        trail=first_trail(is_known=is_known),
    )


def _next_belief(view: View, belief: Belief, rating: Rating, day: date) -> Belief:
    """The belief after one more review; of the stabilities only the view's moves."""
    parameters = view.parameters
    held, days = belief.stabilities[view.index], max((day - belief.last).days, 1)
    own = retrievability(days, held, parameters)
    after = spaced_stability(held, belief.difficulty, rating, own, parameters)
    stabilities = (*belief.stabilities[: view.index], after, *belief.stabilities[view.index + 1 :])
    return Belief(
        first=belief.first,
        last=day,
        reviews=belief.reviews + 1,
        lapses=belief.lapses + (rating == Rating.AGAIN),
        knew=belief.knew,
        difficulty=next_difficulty(belief.difficulty, rating, parameters),
        stabilities=stabilities,
        trail=belief.trail.after(days, is_recalled=rating != Rating.AGAIN),
    )


def _first_rating(chance: float) -> Rating:
    for rating, share in FIRST_RATINGS:
        chance -= share
        if chance < 0:
            return rating
    return FIRST_RATINGS[-1][0]

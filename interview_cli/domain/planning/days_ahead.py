"""The days to come of one learner, played: what would be practised, and what would be believed after it; the domain only.

Each day is planned by the rules that plan the drill (`day_plan`), by some views of the ensemble together, as the drill is by all
of them, and answered as they expect; first looks as the user's own turned out (`first_looks`), and what is missed is asked once
more as often as the user's log has it (`repeats`). Luck is drawn from the item's name and the number of the review, so that two
plays differ by what was asked and not by the dice.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from zlib import crc32

from interview_cli.domain.history.log_reading import dormant
from interview_cli.domain.history.replay import Replay
from interview_cli.domain.items.question import FILED, AnyItem, Bank, ItemId
from interview_cli.domain.memory.counts import Odds, first_trail
from interview_cli.domain.memory.ensemble import Belief, View
from interview_cli.domain.memory.fsrs import (
    Rating,
    next_difficulty,
    retrievability,
    same_day_stability,
    spaced_stability,
)
from interview_cli.domain.memory.kinship import Kinship
from interview_cli.domain.memory.prospect import Prospect
from interview_cli.domain.planning.agenda import Agenda
from interview_cli.domain.planning.code_share import SAVED_DAYS
from interview_cli.domain.planning.day_plan import ANYTHING, Situation
from interview_cli.domain.planning.first_looks import FirstLooks
from interview_cli.domain.planning.interview import Interview, days_off
from interview_cli.domain.planning.pace import Pace
from interview_cli.domain.planning.recall import has_landed, practised_concepts
from interview_cli.domain.planning.repeats import Repeats
from interview_cli.domain.planning.triage import NewItem, triage

NEAR_DAYS = 7
BLOCKS = ((14, 3), (28, 5))
"""Days that are further than `NEAR_DAYS` from today and from every interview are played some at once: until so many days from
today in blocks of so many."""
COARSELY = 2
"""So many times as many days are put together where only the difference between two plans counts."""
FAR_SESSIONS = 12
"""What lies beyond is played in about so many blocks."""

REMEMBERED_DAYS = 28
TRUSTED_DAYS = 5
"""Days kept count for the last four weeks, beside so many days that are taken to be kept: a week of one's own outweighs them."""

_GOOD, _AGAIN = Rating.GOOD, Rating.AGAIN  # looking a member up on its class costs as much as a power

Session = tuple[date, tuple[ItemId, ...]]
"""A day, and what is practised on it."""


@dataclass(frozen=True, slots=True)
class DaysAhead:
    """What the days to come follow from."""

    bank: Bank
    learner: Replay
    today: date
    interviews: Sequence[Interview]
    off: frozenset[date]
    items: Sequence[AnyItem]
    askable: Sequence[AnyItem]
    minutes_of_new: dict[ItemId, float]
    minutes_of_old: dict[ItemId, float]
    sections: Mapping[ItemId, int]
    new: Sequence[NewItem]
    looks: FirstLooks
    repeats: Repeats
    kept: float
    """The share of days that are kept, as the last weeks were."""
    kinship: Kinship
    odds: Odds
    share_of_counts: float
    _first_ratings: dict[ItemId, Rating] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(
        cls, bank: Bank, learner: Replay, today: date, interviews: Sequence[Interview], landed: frozenset[str]
    ) -> DaysAhead:
        """Those of a learner from a day on."""
        items = [item for item in bank.items.values() if has_landed(item, landed)]
        asleep = dormant(learner.settings, today)
        askable = [item for item in items if item.id not in asleep]
        pace = Pace(bank, learner)
        beliefs = learner.ensemble.beliefs
        return cls(
            bank=bank,
            learner=learner,
            today=today,
            interviews=interviews,
            off=days_off(learner.settings, today),
            items=items,
            askable=askable,
            minutes_of_new={item.id: pace.minutes(item, is_new=True) for item in askable},
            minutes_of_old={item.id: pace.minutes(item, is_new=False) for item in askable},
            sections={item.id: bank.section_of(item) for item in askable},
            new=triage(askable, bank, beliefs.keys(), Agenda.of(interviews, today).priority, seed=0),
            looks=FirstLooks.of(bank, beliefs),
            repeats=Repeats.of(beliefs.values()),
            kept=days_kept(beliefs, today, frozenset(_days_off_before(learner.settings))),
            kinship=Kinship.of(bank, beliefs),
            odds=learner.ensemble.odds,
            share_of_counts=learner.ensemble.share_of_counts,
        )

    def scheduled(
        self, views: Sequence[View], on: date, minutes: float, code_share: float, coarse: int = 1
    ) -> tuple[list[Session], dict[ItemId, Belief]]:
        """What is practised on each of the days before one, with so many minutes, as answers under these views make it.

        With what is believed on the day. Blocks of days are `coarse` times as long as they might be.
        """
        beliefs = dict(self.learner.ensemble.beliefs)
        new, held = list(self.new), minutes * (1 - self.repeats.share_of_minutes) * self.kept
        found = []
        for day, days in self._sessions(on, coarse) if held > 0 else ():
            new = [entry for entry in new if entry.item.id not in beliefs]
            planned = tuple(self._planned(views, day, beliefs, new, held, days, code_share))
            for item in planned:
                beliefs[item] = self._answered(views, item, beliefs.get(item), day)
            found.append((day, planned))
        return found, beliefs

    def believed(self, view: View, sessions: Sequence[Session], stops: Sequence[date]) -> list[dict[ItemId, Belief]]:
        """What is believed on each of the days, before it is practised on, if this is practised under this view."""
        beliefs = dict(self.learner.ensemble.beliefs)
        reached, place = [], 0
        for stop in stops:
            while place < len(sessions) and sessions[place][0] < stop:
                day, planned = sessions[place]
                for item in planned:
                    beliefs[item] = self._answered((view,), item, beliefs.get(item), day)
                place += 1
            reached.append(dict(beliefs))
        return reached

    def recall(self, view: View, belief: Belief, on: date) -> float:
        """Recall under one view, with what the counts say."""
        days = (on - belief.last).days
        if days <= 0:
            return 1.0
        recall = view.recall(belief.stabilities[view.index], days)
        if belief.trail.claimed:
            return recall
        counted = self.odds.recall(belief.trail, days, view.shift)
        return recall + self.share_of_counts * (counted - recall)

    def _answered(self, views: Sequence[View], item: ItemId, belief: Belief | None, day: date) -> Belief:
        """The belief after an answer on that day as the views expect it, and after asking once more where it was missed."""
        if belief is None:
            rating = self._first_rating(item)
            after = _first_belief(views, rating, day)
        else:
            recall = 0.0
            for view in views:
                recall += view.weight * self.recall(view, belief, day)
            rating = _GOOD if _luck(item, belief.reviews) < recall else _AGAIN
            after = _next_belief(views, belief, rating, day)
        if rating is _AGAIN and _luck(item, -after.reviews) < self.repeats.share_of_missed:
            return _repeated(views, after)
        return after

    def _first_rating(self, item: ItemId) -> Rating:
        """The rating of a first look, which no view has a say in."""
        found = self._first_ratings.get(item)
        if found is None:
            found = self._first_ratings[item] = self.looks.rating(self.bank.items[item], _luck(item, 0))
        return found

    def _sessions(self, on: date, coarse: int) -> Iterator[tuple[date, int]]:
        """The days before it that are practised on, in their order, with the number of days whose minutes each holds.

        Days near today and near an interview hold their own; those between are put together where they are many.
        """
        begin = self.today
        beliefs = self.learner.ensemble.beliefs
        if any(beliefs[item].last == begin for item in self.learner.seconds if item in beliefs):
            begin += timedelta(days=1)  # today's minutes are spent
        coming = [begin + timedelta(days=ahead) for ahead in range((on - begin).days)]
        days = [day for day in coming if day not in self.off]
        ends = [on, *(one.on for one in self.interviews if self.today <= one.on < on)]
        near = timedelta(days=NEAR_DAYS // coarse)
        far = [day for day in days if day - self.today >= near and all(not day < end <= day + near for end in ends)]
        blocks = list(self._blocks(far, coarse))
        held = dict.fromkeys(set(days) - set(far), 1) | {block[len(block) // 2]: len(block) for block in blocks}
        yield from sorted(held.items())

    def _blocks(self, far: Sequence[date], coarse: int) -> Iterator[Sequence[date]]:
        """The days in blocks, none of them across a border of `BLOCKS`."""
        begin = 0.0
        for border, size in (*BLOCKS, (math.inf, 0)):
            group = [day for day in far if begin <= (day - self.today).days < border]
            step = coarse * (size or max(math.ceil(len(group) / FAR_SESSIONS), BLOCKS[-1][1]))
            for place in range(0, len(group), step):
                yield group[place : place + step]
            begin = border

    def _planned(
        self,
        views: Sequence[View],
        day: date,
        beliefs: Mapping[ItemId, Belief],
        new: Sequence[NewItem],
        minutes: float,
        held: int,
        code_share: float,
    ) -> Iterator[ItemId]:
        """What is practised on a day with the minutes of so many days, of what fits into one."""
        minutes_of = self.minutes_of_new | {name: self.minutes_of_old.get(name, 0.0) for name in beliefs}
        seen = [item for item in self.askable if item.id in beliefs]
        if held > 1:
            longest = min(SAVED_DAYS * code_share, 1.0) * minutes

            def fits(item: AnyItem) -> bool:
                return minutes_of[item.id] <= (longest if item.kind in FILED else minutes)

            seen, new = [item for item in seen if fits(item)], [entry for entry in new if fits(entry.item)]
        agenda = Agenda.of(self.interviews, day, self.off)
        situation = Situation(
            bank=self.bank,
            agenda=agenda,
            seen=[(item, beliefs[item.id]) for item in seen],
            new=new if agenda.days_left else (),
            practised=practised_concepts(self.bank, beliefs, day),
            prospect=Prospect(views, day),
            minutes=minutes_of,
            sections=self.sections,
            code_share=code_share,
            held=held,
            says_why=False,
        )
        for entry in situation.planned(minutes * held, ANYTHING):
            yield entry.item


def days_kept(beliefs: Mapping[ItemId, Belief], today: date, off: frozenset[date]) -> float:
    """The share of the days before today that were practised on, drawn towards all of them while they are few."""
    practised = {day for belief in beliefs.values() for day in (belief.first, belief.last)}
    begun = max(min(practised, default=today), today - timedelta(days=REMEMBERED_DAYS))
    days = {begun + timedelta(days=ahead) for ahead in range(max((today - begun).days, 0))} - off
    return (len(days & practised) + TRUSTED_DAYS) / (len(days) + TRUSTED_DAYS)


def _days_off_before(settings: Mapping[str, object]) -> frozenset[date]:
    return days_off(settings, date.min)


def _luck(item: ItemId, number: int) -> float:
    return crc32(f"{item} {number}".encode()) / 2**32


def _first_belief(views: Sequence[View], rating: Rating, day: date) -> Belief:
    is_known = rating != _AGAIN
    stabilities = [math.nan] * (max(view.index for view in views) + 1)
    for view in views:
        stabilities[view.index] = view.parameters.constants.first_stability_by_rating[rating]
    return Belief(
        first=day,
        last=day,
        reviews=1,
        lapses=0,
        knew=is_known,
        difficulty=views[0].parameters.constants.first_difficulty_by_rating[rating],
        stabilities=tuple(stabilities),
        trail=first_trail(is_known=is_known),
    )


def _next_belief(views: Sequence[View], belief: Belief, rating: Rating, day: date) -> Belief:
    """The belief after one more review; of the stabilities only the views' move."""
    days, stabilities, difficulty = max((day - belief.last).days, 1), list(belief.stabilities), belief.difficulty
    for view in views:
        index, parameters = view.index, view.parameters
        held = stabilities[index]
        own = retrievability(days, held, parameters)
        stabilities[index] = spaced_stability(held, difficulty, rating, own, parameters)
    return Belief(
        first=belief.first,
        last=day,
        reviews=belief.reviews + 1,
        lapses=belief.lapses + (rating == _AGAIN),
        knew=belief.knew,
        difficulty=next_difficulty(difficulty, rating, views[0].parameters),
        stabilities=tuple(stabilities),
        trail=belief.trail.after(days, is_recalled=rating != _AGAIN),
    )


def _repeated(views: Sequence[View], belief: Belief) -> Belief:
    """The belief after asking once more on the same day, which then is known."""
    stabilities = list(belief.stabilities)
    for view in views:
        stabilities[view.index] = same_day_stability(stabilities[view.index], Rating.GOOD, view.parameters)
    return belief._replace(reviews=belief.reviews + 1, stabilities=tuple(stabilities))

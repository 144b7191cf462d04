"""What the scorecards of the last days send into the drill, before anything else is planned; the domain only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta, tzinfo
from itertools import chain

from interview_cli.domain.history.event import Event, EventKind, Mode
from interview_cli.domain.history.log_reading import dormant
from interview_cli.domain.history.replay import Replay
from interview_cli.domain.history.study_day import day_start, study_day
from interview_cli.domain.items.question import FILED, AnyItem, Bank, ItemId
from interview_cli.domain.planning.day_plan import QUESTION_MINUTES, Aim, Wanted
from interview_cli.domain.planning.interview import interviews_of
from interview_cli.domain.planning.recall import has_landed
from interview_cli.services.drill.steps import Means, Request

DAYS = 8
"""A mock is held weekly; what an older one missed has had its chance."""
LONGEST_CODE = 1 / 3
"""A problem that the mock missed takes no more than this of a drill."""

SHARE = 0.5
"""Of a drill, for what mocks missed."""


def missed(events: Iterable[Event]) -> tuple[ItemId, ...]:
    """What the cards say to drill next and no drill has reviewed since, the newest interview first."""
    listed = list(events)
    rounds = [event for event in listed if event.kind is EventKind.ROUND]
    if not rounds:
        return ()
    from interview_cli.domain.rounds.scorecard import debrief  # most drills follow no mock
    from interview_cli.services.mock.record import kept_cards

    reviewed = {
        event.item: event.at for event in listed if event.kind is EventKind.REVIEW and event.mode is not Mode.MOCK
    }
    found: dict[ItemId, None] = {}
    cards = kept_cards(rounds)
    for session in dict.fromkeys(kept.session for kept in reversed(cards)):
        held = [kept for kept in cards if kept.session == session]
        by_card = [kept.card.next for kept in held]
        for entry in chain(debrief([kept.card for kept in held]).next, *by_card):
            if entry.item not in reviewed or reviewed[entry.item] < held[-1].at:
                found.setdefault(entry.item)
    return tuple(found)


def since_when(now: datetime, zone: tzinfo) -> datetime:
    """From when on cards count."""
    return day_start(study_day(now, zone) - timedelta(days=DAYS), zone)


def first(means: Means, recent: Iterable[Event], replay: Replay, request: Request) -> tuple[list[AnyItem], Request]:
    """The items that go before the plan, and what is left of the request: at most `SHARE` of it, none of a cram.

    `recent` are the events since `since_when` that count.
    """
    if request.wanted.aim is not Aim.SPACED:
        return [], request
    now, zone, items = means.clock.now(), means.clock.zone, means.bank.items
    today = study_day(now, zone)
    asleep = dormant(replay.settings, today)
    is_the_day = any(interview.on == today for interview in interviews_of(replay.settings))
    wanted = [items[name] for name in missed(recent) if name in items and name not in asleep]
    admitted = [item for item in wanted if _admits(item, means, replay, request.wanted, is_the_day=is_the_day)]
    taken = _fitting(admitted, request)
    count = request.wanted.count
    left = None if count is None else count - len(taken)
    minutes = request.minutes - sum(item.minutes for item in taken)
    return taken, request._replace(minutes=minutes, wanted=replace(request.wanted, count=left))


def _admits(item: AnyItem, means: Means, replay: Replay, wanted: Wanted, *, is_the_day: bool) -> bool:
    bank: Bank = means.bank
    return (
        has_landed(item, means.landed)
        and item.id not in wanted.without
        and (not wanted.kinds or item.kind in wanted.kinds)
        and (not wanted.sections or bank.section_of(item) in wanted.sections)
        and ((wanted.new is None and not is_the_day) or item.id in replay.ensemble.beliefs)
    )


def _fitting(items: Sequence[AnyItem], request: Request) -> list[AnyItem]:
    """Those that fit into the share; code no longer than code may be in a drill. One question fits always."""
    count = float("inf") if request.wanted.count is None else request.wanted.count
    room = min(request.minutes, count * QUESTION_MINUTES)
    longest_code = room if FILED & request.wanted.kinds else room * LONGEST_CODE
    taken: list[AnyItem] = []
    for item in items:
        minutes = sum(other.minutes for other in taken) + item.minutes
        is_short = item.kind not in FILED or item.minutes <= longest_code
        if is_short and len(taken) < count and (minutes <= SHARE * room or not taken):
            taken.append(item)
    return taken

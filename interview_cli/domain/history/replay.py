"""What the whole log says about the learner, and how to bring it up to date cheaply; the domain only.

A replay is a cache: it may be dropped at any time, and one that fits no longer is made anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from typing import Any, NamedTuple

from interview_cli.domain.history.event import Event, EventKind
from interview_cli.domain.history.log_reading import (
    answers,
    effective,
    is_outdated,
    is_spaced_review,
    new_names,
    notes,
    settings,
)
from interview_cli.domain.items.question import AnyItem, ItemId
from interview_cli.domain.memory.ensemble import MEMBERS, Ensemble
from interview_cli.domain.memory.fsrs import DEFAULT, Parameters
from interview_cli.domain.memory.states import Answered, Learned, advance

TIMINGS_KEPT = 9

MEMORY = "memory"
"""The setting that holds what came of the last fitting: `{"weights": [21 numbers] or null, "tests": N}`."""


@dataclass(frozen=True, slots=True)
class Basis:
    """What a replay depends on besides the events."""

    revisions: Mapping[ItemId, int]  # of the items that have more than one
    names: Mapping[ItemId, ItemId]  # the present id by the old one
    zone: tzinfo
    parameters: Parameters

    @classmethod
    def of(cls, items: Mapping[ItemId, AnyItem], zone: tzinfo, parameters: Parameters) -> Basis:
        """The basis of a replay under this bank."""
        revisions = {item.id: item.revision for item in items.values() if item.revision > 1}
        return cls(revisions, new_names(items), zone, parameters)


class Digest(NamedTuple):
    """What was made of a whole log already: the events that count, their answers, and the usual members after these."""

    counted: Sequence[Event]
    told: Sequence[Answered]
    taught: Ensemble


@dataclass(frozen=True, slots=True)
class Replay:
    """What the first `read` events of the log add up to.

    `states` hold what is remembered of the items that are not new, `ensemble` the same by each of its members, `seconds`
    how long the last reviews of an item took, `settings` the last value of each setting, `notes` the user's notes that
    stand. `last` was written last, `latest` is the latest time, `undone` are the ids that voids name.
    """

    basis: Basis
    read: int
    last: Event | None
    latest: datetime | None
    undone: frozenset[str]
    states: Mapping[ItemId, Learned]
    ensemble: Ensemble
    settings: Mapping[str, Any]
    seconds: Mapping[ItemId, tuple[float, ...]]
    notes: Mapping[ItemId, str]

    def has_any_since(self, begin: datetime) -> bool:
        """Whether any of its events is of that instant or later: if not, the log need not be searched for them."""
        return self.latest is not None and self.latest >= begin


def catch_up(
    events: Sequence[Event],
    items: Mapping[ItemId, AnyItem],
    zone: tzinfo,
    before: Replay | None = None,
    parameters: Parameters = DEFAULT,
    *,
    digest: Digest | None = None,
) -> Replay:
    """The replay of all events, equal to one without `before` and `digest`, which only save what was made of them."""
    basis = Basis.of(items, zone, parameters)
    if before is not None and before.basis == basis and _is_head(before, events):
        new = events[before.read :]
        if not new:
            return before
        if _can_extend(before, new, items):
            read = _digest(new, items, before)
            told = digest.told if digest else None
            return _by_its_members(_extended(before, new, read), lambda: told or _told(events, items, zone))
    nothing = Replay(basis, 0, None, None, frozenset(), {}, Ensemble.untaught(), {}, {}, {})
    if not events:
        return nothing
    whole = digest or _digest(events, items, nothing)
    return _by_its_members(_extended(nothing, events, whole), lambda: whole.told)


def members_of(values: Mapping[str, Any]) -> tuple[Parameters, ...]:
    """The members that settings ask for: the usual ones, and the weights fitted to this learner where they are of use."""
    match values.get(MEMORY):
        case {"weights": [*weights]}:
            try:
                own = Parameters(tuple(map(float, weights)))
            except (TypeError, ValueError):
                return MEMBERS
            return (*MEMBERS, own) if own.weights[4:8] == DEFAULT.weights[4:8] else MEMBERS
        case _:
            return MEMBERS


def _by_its_members(replay: Replay, told_by_all: Callable[[], Sequence[Answered]]) -> Replay:
    """The same, its ensemble made anew of all answers where other members are asked for."""
    members = members_of(replay.settings)
    if replay.ensemble.members == members:
        return replay
    told = told_by_all()
    if replay.ensemble.members == MEMBERS:
        return replace(replay, ensemble=replay.ensemble.joined_by(Ensemble.replay(told, members[len(MEMBERS) :])))
    return replace(replay, ensemble=Ensemble.replay(told, members))


def _is_head(before: Replay, events: Sequence[Event]) -> bool:
    if before.last is None:
        return before.read == 0
    return before.read <= len(events) and events[before.read - 1].id == before.last.id


def _can_extend(before: Replay, new: Sequence[Event], items: Mapping[ItemId, AnyItem]) -> bool:
    """Whether the new events neither change what came before them nor depend on more of it than a replay keeps."""
    if any(event.kind is EventKind.VOID or event.id in before.undone for event in new):
        return False
    counted = effective(new, items)
    # those of one instant stand by their devices, which a replay does not keep
    in_order = before.latest is None or all(event.at > before.latest for event in counted[:1])
    return in_order and not any(is_spaced_review(event) and is_outdated(event, items) for event in counted)


def _told(events: Sequence[Event], items: Mapping[ItemId, AnyItem], zone: tzinfo) -> list[Answered]:
    return answers(effective(events, items), items, zone)


def _digest(new: Sequence[Event], items: Mapping[ItemId, AnyItem], before: Replay) -> Digest:
    counted = effective(new, items)
    told = answers(counted, items, before.basis.zone)
    return Digest(counted, told, before.ensemble.advance(told) if told else before.ensemble)


def _extended(before: Replay, new: Sequence[Event], read: Digest) -> Replay:
    latest = max(event.at for event in new)
    return Replay(
        basis=before.basis,
        read=before.read + len(new),
        last=new[-1],
        latest=latest if before.latest is None else max(before.latest, latest),
        undone=before.undone | {event.item for event in new if event.kind is EventKind.VOID},
        states=advance(before.states, read.told, before.basis.parameters) if read.told else before.states,
        ensemble=read.taught,
        settings={**before.settings, **settings(read.counted)},
        seconds=_timed(before.seconds, read.counted),
        notes=notes(read.counted, before.notes),
    )


def _timed(before: Mapping[ItemId, tuple[float, ...]], events: Iterable[Event]) -> dict[ItemId, tuple[float, ...]]:
    timed: dict[ItemId, list[float]] = defaultdict(list)
    for event in events:
        if event.seconds > 0 and is_spaced_review(event):
            timed[event.item].append(event.seconds)
    return {**before, **{item: (*before.get(item, ()), *more)[-TIMINGS_KEPT:] for item, more in timed.items()}}

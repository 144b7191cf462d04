"""From an answer to what the scheduler may be told about it; the domain only.

| answer | default | the user may choose |
| --- | --- | --- |
| marked right | Good | Hard, Good, Easy |
| marked partial, score at least 0.5 | Hard | Again, Hard |
| marked partial below that, or wrong | Again | Again |
| self-marked, an essential key point unticked | Hard, Again below half of the points | Again, Hard |
| self-marked, all essential ticked | Good, Hard below half of the points, Again for none | any |
| a question marked by either, after a hint | as without | that, but not Easy |
| code passes at once, without a hint | Good, Easy in under half the minutes | that or lower, not Again |
| code passes later or after a hint | Hard | Hard |
| code does not pass | Again | Again |
| all planted mistakes found, no hint, in time | Good, Easy in under half the minutes | that or lower, not Again |
| all found, with hints or beyond the minutes | Hard | Hard |
| half of them found, or more | Hard | Again, Hard |
| fewer | Again | Again |
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import assert_never

from interview_cli.domain.items.answer import Mark
from interview_cli.domain.items.question import KeyPoint
from interview_cli.domain.memory.fsrs import Rating

PASSING_SHARE = 0.5
"""From this score, or share of key points, an answer counts for something."""

EASY_SHARE_OF_TIME = 0.5


@dataclass(frozen=True, slots=True)
class Ratings:
    """The ratings that an answer admits, in rising order, and the one that holds if the user says no more."""

    allowed: tuple[Rating, ...]
    default: Rating


def rating_for_marked(mark: Mark, score: float, chosen: Rating | None = None) -> Ratings:
    """The ratings of a machine-marked answer; a choice that they admit becomes the default.

    Raises: ValueError for an unreadable answer, which is asked again and never rated.
    """
    match mark:
        case Mark.RIGHT:
            return _ratings((Rating.HARD, Rating.GOOD, Rating.EASY), Rating.GOOD, chosen)
        case Mark.PARTIAL if score >= PASSING_SHARE:
            return _ratings((Rating.AGAIN, Rating.HARD), Rating.HARD, chosen)
        case Mark.PARTIAL | Mark.WRONG:
            return _ratings((Rating.AGAIN,), Rating.AGAIN, chosen)
        case Mark.UNREADABLE:
            raise ValueError("an unreadable answer is not rated")
        case _:
            assert_never(mark)


def rating_for_self_marked(
    ticked: Collection[int], key_points: Sequence[KeyPoint], chosen: Rating | None = None
) -> Ratings:
    """The ratings of an answer whose key points the user ticked, by index; a choice that they admit is the default."""
    share = sum(index in ticked for index in range(len(key_points))) / len(key_points)
    if any(point.essential and index not in ticked for index, point in enumerate(key_points)):
        return _ratings((Rating.AGAIN, Rating.HARD), Rating.HARD if share >= PASSING_SHARE else Rating.AGAIN, chosen)
    if share == 0:
        return _ratings(tuple(Rating), Rating.AGAIN, chosen)
    return _ratings(tuple(Rating), Rating.GOOD if share >= PASSING_SHARE else Rating.HARD, chosen)


def after_hints(ratings: Ratings, hints: int) -> Ratings:
    """The ratings of an answer before which so many hints were taken: Good at most."""
    if not hints:
        return ratings
    allowed = tuple(rating for rating in ratings.allowed if rating is not Rating.EASY)
    return Ratings(allowed, min(ratings.default, Rating.GOOD))


def rating_for_code(
    passed_at_attempt: int | None, hints: int, seconds: float, minutes: float, chosen: Rating | None = None
) -> Ratings:
    """The ratings of a coding problem when the work on it ends; a choice that they admit becomes the default.

    `passed_at_attempt` counts from 1, None: no attempt passed; `seconds` of work against the problem's `minutes`.
    """
    if passed_at_attempt is None:
        return _ratings((Rating.AGAIN,), Rating.AGAIN, chosen)
    if passed_at_attempt > 1 or hints:
        return _ratings((Rating.HARD,), Rating.HARD, chosen)
    if seconds < EASY_SHARE_OF_TIME * minutes * 60:
        return _ratings((Rating.HARD, Rating.GOOD, Rating.EASY), Rating.EASY, chosen)
    return _ratings((Rating.HARD, Rating.GOOD), Rating.GOOD, chosen)


def rating_for_debugging(
    share: float, hints: int, seconds: float, minutes: float, chosen: Rating | None = None
) -> Ratings:
    """The ratings of planted code when the work on it ends; `share` of the mistakes were found without being told."""
    if share < PASSING_SHARE:
        return _ratings((Rating.AGAIN,), Rating.AGAIN, chosen)
    if share < 1:
        return _ratings((Rating.AGAIN, Rating.HARD), Rating.HARD, chosen)
    if hints or seconds > minutes * 60:
        return _ratings((Rating.HARD,), Rating.HARD, chosen)
    if seconds < EASY_SHARE_OF_TIME * minutes * 60:
        return _ratings((Rating.HARD, Rating.GOOD, Rating.EASY), Rating.EASY, chosen)
    return _ratings((Rating.HARD, Rating.GOOD), Rating.GOOD, chosen)


def _ratings(allowed: tuple[Rating, ...], default: Rating, chosen: Rating | None) -> Ratings:
    return Ratings(allowed, chosen if chosen in allowed else default)

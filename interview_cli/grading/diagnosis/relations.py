"""A simple relation of an answer to the right one that holds wherever a value was seen. Imports torch."""

from __future__ import annotations

import functools
import itertools
import math
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from typing import Any

import torch

from interview_cli.domain.items.verdict import Diagnosis
from interview_cli.grading.diagnosis.difference import MOST_COMPARED, common_ratio, famous
from interview_cli.grading.diagnosis.explanation import is_telling
from interview_cli.grading.judge.check import OF_A_GRADIENT, Observed
from interview_cli.grading.judge.compare import as_tensor, describe, unwrapped
from interview_cli.grading.judge.coverage import listed
from interview_cli.grading.judge.grade import Grade

MOST_RETURNED = 5
LEAST_RELATED = 2
"""Of one wrong number a factor can always be told."""


def right_ones_of_more(grade: Grade) -> Iterator[Diagnosis]:
    """Which of the results that came back are those that are asked for, wherever a value was seen."""
    pairs = values_seen(grade)
    pairs = [
        seen for seen in pairs if seen.others
    ] or pairs  # the steps of a scenario show what they are asked for alone
    wrong = told_apart(pairs) if is_telling(grade) else []
    for back, text in selections(wrong[0]) if wrong else ():
        if all(is_so(seen, seen.results, back) for seen in pairs):
            yield Diagnosis("slip", "more-than-asked", text)
            return


def relation_to_the_right(grade: Grade) -> Iterator[Diagnosis]:
    """A simple relation to the right answer that holds wherever a value was seen."""
    pairs = values_seen(grade)
    wrong = told_apart(pairs) if is_telling(grade) else []
    for name, back, text in relations(unwrapped(wrong[0].got), unwrapped(wrong[0].want)) if wrong else ():
        if all(is_so(seen, seen.got, back) for seen in pairs):
            yield Diagnosis("slip", name, text)
            return


def values_seen(grade: Grade) -> list[Observed]:
    """What was compared but gradients; nothing where something raises."""
    pairs = [seen for check in grade.checks for seen in check.observed if OF_A_GRADIENT not in seen.label]
    return [] if any(seen.label.endswith("raises") for seen in pairs) else pairs


def told_apart(pairs: Sequence[Observed]) -> list[Observed]:
    """Those that differ, if the right ones are not all alike: of these anything can be said."""
    wrong = [seen for seen in pairs if seen.differs]
    return wrong if len({describe(seen.want) for seen in wrong}) >= LEAST_RELATED else []


Back = Callable[[Any, Any], Any]
"""From the candidate's value (and the right one, for its shape) back to the right one."""


def is_so(seen: Observed, value: Any, back: Back) -> bool:
    """Whether the candidate's value becomes the right one."""
    try:
        return seen.comparer.agrees(back(unwrapped(value), seen.want), seen.want)
    except Exception:  # what cannot be taken back or compared is another value
        return False


def selections(seen: Observed) -> Iterator[tuple[Back, str]]:
    """Ways to take the right results out of more, and sentences, which count them as the code returns them."""
    got, want = unwrapped(seen.results), unwrapped(seen.want)
    if isinstance(got, tuple | list) and not isinstance(want, tuple | list):
        for index in range(min(len(got), MOST_COMPARED)):
            cause = "is there a trailing comma?" if isinstance(got, tuple) else "is there a `yield`, or brackets?"
            alone = (
                f"Your code returns its result in a {type(got).__name__}. It should return the result itself: {cause}"
            )
            only = f"It should return only number {seen.number_of(index)} of them, which is right."
            many = f"Your code returns {len(got)} results. {only}"
            text = alone if len(got) == 1 else many
            yield functools.partial(one_of_many, index), text
    if isinstance(got, tuple) and isinstance(want, tuple) and 0 < len(want) < len(got) <= MOST_RETURNED:
        orders = itertools.permutations(range(len(got)), len(want))
        for order in sorted(orders, key=lambda order: order != tuple(sorted(order))):  # as they stand comes first
            which, verb = ("number", "is") if len(order) == 1 else ("numbers", "are")
            numbers = [seen.number_of(index) for index in order]
            which += f" {listed(map(str, numbers))}"
            ending = "in this order" if numbers != sorted(numbers) else f"which {verb} right"
            text = f"Your code returns {len(got)} results. It should return only {which} of them, {ending}."
            yield functools.partial(some_of_many, order), text


def relations(got: Any, want: Any) -> Iterator[tuple[str, Back, str]]:
    """Names, ways back and sentences; numbers as this pair suggests them."""
    if isinstance(got, list | set | dict) and type(want) is int:
        kind = type(got).__name__
        text = f"Your code returns a {kind} of the right length. It should return that length: how many there are."
        yield "items-for-their-number", lambda value, _: len(value), text
    yield (
        "sign-flipped",
        lambda value, _: -value,
        "Your code gets every sign wrong. It should return the negative of its result.",
    )
    yield (
        "last-axes-swapped",
        lambda value, _: value.transpose(-1, -2),
        "Your code swaps the last two axes of its result. It should leave them in order.",
    )
    yield (
        "another-shape",
        in_the_right_shape,
        "Your code returns the right numbers in another shape. It should return the shape that is asked for.",
    )
    value, target = as_tensor(got), as_tensor(want)
    if value is None or target is None or value.shape != target.shape or value.is_complex() or target.is_complex():
        return
    value, target = value.to(torch.float64), target.to(torch.float64)
    ratio = common_ratio(value, target)
    if ratio is not None and abs(ratio - 1) > 1e-3:
        text = f"Your code returns {ratio:.6g} times the right value{famous(ratio)}. It should return it without this factor."
        yield "off-by-a-factor", functools.partial(divided, ratio), text
    offset = float((value - target).mean()) if value.numel() else math.nan
    if math.isfinite(offset) and offset:
        yield (
            "off-by-a-constant",
            lambda value, _: value - offset,
            f"Your code is off by the same {offset:+.6g} everywhere. It should return the value without this offset.",
        )


def one_of_many(index: int, value: Any, want: Any) -> Any:
    """One of the results."""
    del want
    return value[index]


def some_of_many(order: Sequence[int], value: Any, want: Any) -> Any:
    """Some of the results, in an order."""
    return type(want)(value[index] for index in order)


def divided(ratio: float, value: Any, want: Any) -> Any:
    """The value without the factor; whole numbers exactly."""
    if isinstance(value, int) and isinstance(want, int):
        return want if value == want * Fraction(ratio).limit_denominator(1000) else value
    return value / ratio


def in_the_right_shape(value: Any, want: Any) -> Any:
    """The same numbers in the shape of the right answer. Raises: TypeError if one of them is no tensor."""
    own, right = as_tensor(value), as_tensor(want)
    if own is None or right is None:
        raise TypeError("no tensor")
    return own.reshape(right.shape)

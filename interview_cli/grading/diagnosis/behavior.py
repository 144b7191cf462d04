"""What an answer does wrong whatever it computes, and what the calls that fail have in common. Imports torch."""

from __future__ import annotations

import inspect
import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import torch
from torch import Tensor

from interview_cli.domain.items.verdict import CheckStatus, Diagnosis
from interview_cli.grading.judge.check import Check
from interview_cli.grading.judge.compare import unwrapped
from interview_cli.grading.judge.expected import HALF
from interview_cli.grading.judge.grade import Grade
from interview_cli.grading.wire.frames import Handle, Opaque
from reference_impls.problem import Case

LARGE, TINY = 1000, 1e-3
A_FUNCTION = "Your code returns a function. It should call that function and return what it gives."
NOT_CALLED = {
    **dict.fromkeys(("function", "partial", "method", "builtin_function_or_method", "_lru_cache_wrapper"), A_FUNCTION),
    "coroutine": "Your code is an `async def`, so a call gives a coroutine. It should be an ordinary `def`.",
}
"""By the kind of what comes back, what is said of it."""
GIVEN_BACK = (
    "Your code sometimes returns its argument itself, or a view of it. It should always return a new value, "
    "so that writing into the result leaves the argument alone."
)
MOSTLY = 0.75


def behavior(grade: Grade) -> Iterator[Diagnosis]:
    """What the candidate's code was seen to do, whatever it computes."""
    written = arguments_changed(grade)
    if written is not None:
        yield written
    elif grade.remembers:
        yield Diagnosis(
            "slip",
            "kept-between-calls",
            "Your code is right on a first call and wrong after others: it keeps something between calls. It should start each "
            "call afresh: look for a mutable default argument, a module's variable, a cache or a class attribute.",
        )
    elif grade.unsteady:
        yield Diagnosis(
            "slip",
            "changes-from-call-to-call",
            "Your code gives another answer when the same call is made again. It should give the same: look for an active "
            "dropout, a random draw, or state that one call leaves for the next.",
        )
    elif grade.stopped is not None:
        yield from out_of_time(grade)
    elif any(check.gives_back for check in grade.checks):
        yield Diagnosis("slip", "argument-returned", GIVEN_BACK)
    else:
        yield from not_called(grade) or too_deep(grade) or where_it_fails_alone(grade)


def kept_setting(grade: Grade) -> Iterator[Diagnosis]:
    """That a call is wrong only after another one of the same sizes: no mistake of a formula does that."""
    if grade.spoiler is not None:
        other, names = grade.spoiler.other_call(), grade.spoiler.names()
        text = (
            f"Your code is right on a first call and wrong after the same call with {other}: it keeps something between "
            f"calls and takes it again. It should look at {names}, too, before it takes what it kept, or compute it afresh."
        )
        yield Diagnosis("slip", "kept-between-calls", text)


def arguments_changed(grade: Grade) -> Diagnosis | None:
    """That the code writes into what it is given."""
    changed = [name for check in grade.checks for name in check.changed]
    if not changed:
        return None
    text = f"Your code writes into {those_named(changed)}. It should work on a copy, or build a new value."
    return Diagnosis("slip", "argument-changed", text)


def those_named(changed: Sequence[str]) -> str:
    """`its argument x`; of a module's calls no names are known."""
    names = list(dict.fromkeys(name.split("[")[0] for name in changed))
    if {"args", "kwargs"} & set(names):
        return "what it is given"
    return f"its argument{'s' * (len(names) > 1)} {' and '.join(names)}"


def not_called(grade: Grade) -> list[Diagnosis]:
    """What comes back in the place of a result everywhere, and would give it if it were called, or awaited."""
    kinds = {
        seen.got.type_name if isinstance(seen.got, Opaque | Handle) else ""
        for check in grade.checks
        for seen in check.observed
        if seen.differs and not seen.label.endswith("raises")
    }
    said = {NOT_CALLED.get(kind, "") for kind in kinds}
    return [Diagnosis("slip", "not-called", text) for text in said if text and len(said) == 1]


def counted(checks: int) -> str:
    """`1 check`, `2 checks`."""
    return f"{checks} check{'' if checks == 1 else 's'}"


def too_deep(grade: Grade) -> list[Diagnosis]:
    """Right until one call recursed too far. Of nothing, any recursion is without an end."""
    wrong = [check for check in grade.checks if check.status is not CheckStatus.PASS]
    kinds = {seen.got for check in wrong for seen in check.observed if seen.label.endswith("raises")}
    done = len(grade.checks) - len(wrong)
    if kinds != {"RecursionError"} or not done or any(check.status is not CheckStatus.ERROR for check in wrong):
        return []
    if any(name.startswith("on-empty") for name in common_features(grade)):
        return []
    text = (
        f"Your code is right on {counted(done)}, but recurses too deeply on '{wrong[0].name}': Python stops after 1,000 nested "
        "calls. It should use a loop or a stack, or shrink what is left by more than one each time."
    )
    return [Diagnosis("slip", "recursion-too-deep", text)]


def out_of_time(grade: Grade) -> Iterator[Diagnosis]:
    """Right until one call took too long."""
    done = [check for check in grade.checks if check.status is CheckStatus.PASS]
    wrong = [check for check in grade.checks if check.status is CheckStatus.FAIL]
    if grade.stopped is None or grade.stopped.outcome != "timeout" or wrong:
        return
    if done and grade.running is not None:
        text = (
            f"Your code is right on {counted(len(done))}, but takes too long on '{grade.running.name}'. It should do no work "
            "twice: look for that, or for a loop that never ends."
        )
        yield Diagnosis("slip", "too-slow", text)
    else:
        text = "Your code doesn't even return from its first, smallest call. Look for a loop or a recursion that never ends."
        yield Diagnosis("slip", "never-returns", text)


def where_it_fails_alone(grade: Grade) -> Iterator[Diagnosis]:
    """What all calls that raise have in common and no other has; of wrong values, that something is empty."""
    cases = grade.checks[: len(grade.checks) - len(grade.problem.laws)]
    raising = all(check.status in (CheckStatus.ERROR, CheckStatus.PASS) or check.is_left_out for check in grade.checks)
    found = common_features(grade)
    for name, words in sorted(found.items(), key=lambda item: item[0].startswith("unless-")):
        if raising:
            kind = next(o.got for check in cases for o in check.observed if o.label.endswith("raises"))
            yield Diagnosis(
                "slip", f"raises-{name}", f"Your code raises {kind} {words}. Your results are otherwise correct."
            )
            return
        by_axes = name.startswith("unless-") and not any(other.startswith("with-") for other in found)
        if name.startswith("on-empty") or (by_axes and raises_mostly(grade)):
            yield Diagnosis(
                "slip",
                f"wrong-{name}",
                f"Your code is wrong {words}, and right elsewhere. It should handle that case, too.",
            )
            return


def raises_mostly(grade: Grade) -> bool:
    """Whether three of four calls that fail raise: what these have in common is hardly chance."""
    statuses = [check.status for check in grade.checks if check.is_wrong]
    return statuses.count(CheckStatus.ERROR) >= MOSTLY * len(statuses)


def at_the_extremes(grade: Grade) -> Iterator[Diagnosis]:
    """That only calls with large numbers fail, or only those with tiny ones."""
    questions = {
        "on-large": "Does something overflow or underflow? Is a bound or a fill of yours as large as such values?",
        "on-tiny": "Is an eps, a threshold or a rounding of yours not small compared with them?",
    }
    for name, words in common_features(grade, also_right=2).items():
        for kind, question in questions.items():
            if name.startswith(kind):
                yield Diagnosis("slip", f"wrong-{name}", f"Your code is wrong only {words}. {question}")
                return


def common_features(grade: Grade, also_right: int = 0) -> dict[str, str]:
    """What the calls that fail have in common: names, and words. Nothing if a law is broken.

    also_right: how many calls that pass may have it, too.
    """
    cases = grade.checks[: len(grade.checks) - len(grade.problem.laws)]
    failing = [check for check in cases if check.status is not CheckStatus.PASS]
    if (
        not failing
        or len(failing) == len(cases)
        or any(c.status is CheckStatus.FAIL for c in grade.checks[len(cases) :])
    ):
        return {}
    special = [found for found in (features(grade, check) for check in failing) if found] or [{}]
    others = Counter(name for check in cases if check.status is CheckStatus.PASS for name in features(grade, check))
    return {
        name: words
        for name, words in special[0].items()
        if others[name] <= also_right and all(name in found for found in special)
    }


def features(grade: Grade, check: Check) -> dict[str, str]:
    """What may be special about a call: a name for it, and words."""
    case = grade.expected.first_for_candidate(check.index)
    if not isinstance(case, Case) or case.raises or not check.observed:
        return {}
    names = list(inspect.signature(grade.entries[grade.expected.entry_of(case)]).parameters)
    given = {**dict(zip(names, case.args, strict=False)), **case.kwargs}
    found = {"in-half-precision": "in half precision"} if set(case.dtypes or ()) & set(HALF) else {}
    for name in names:
        found |= features_of(name.replace("_", "-"), name, given.get(name))
    for first, second in itertools.permutations(given, 2):
        found |= features_of_two(first, second, given[first], given[second])
    return found


def features_of(word: str, name: str, value: Any) -> dict[str, str]:
    """Of one argument."""
    if value is None:
        return {f"without-{word}": f"where {name} is None or left out"}
    found = {f"with-{word}": f"where {name} is given"}
    if isinstance(value, str | list) and not value:
        found[f"on-empty-{word}"] = f"where {name} is empty"
    if isinstance(value, Tensor):
        kind = str(value.dtype).removeprefix("torch.")
        found[f"on-{kind}-{word}"] = f"where {name} has the type {kind}"
        if value.dtype is not torch.bool:
            found[f"on-{word}-not-bool"] = f"where {name} is not boolean"
        if value.is_floating_point() and value.numel():
            largest = float(value.abs().nan_to_num(0, 0, 0).max())
            if largest >= LARGE:
                found[f"on-large-{word}"] = f"where {name} holds values of {LARGE} and more"
            if 0 < largest <= TINY:
                found[f"on-tiny-{word}"] = f"where no value of {name} is above {TINY}"
        found[f"on-{value.ndim}-axes-of-{word}"] = f"where {name} has {value.ndim} axes"
        for axes in range(1, 6):
            if axes != value.ndim:
                found[f"unless-{word}-has-{axes}-axes"] = f"where {name} has another number of axes than {axes}"
    elif isinstance(value, int | float):
        number = str(int(value) if isinstance(value, float) and value.is_integer() else value)
        found[f"with-{word}-{number.lower()}"] = f"where {name} is {number}"
    return found


def features_of_two(first: str, second: str, one: Any, other: Any) -> dict[str, str]:
    """Of two arguments: their lengths."""
    words = f"{first}-{second}".replace("_", "-")
    found: dict[str, str] = {}
    if isinstance(one, Tensor) and isinstance(other, Tensor):
        for axis in range(1, min(one.ndim, other.ndim) + 1):
            if one.shape[-axis] != other.shape[-axis]:
                text = f"where {first} and {second} differ in length along axis {-axis}"
                found[f"unequal-lengths-{words}-axis-{axis}"] = text
    if same_array(one, other) and first < second:
        found[f"on-equal-{words}"] = f"where {first} and {second} are equal"
    if isinstance(one, int) and isinstance(other, list | str) and one == len(other):
        found[f"at-full-length-{words}"] = f"where {first} is the length of {second}"
    return found


def same_array(one: Any, other: Any) -> bool:
    """Whether both are arrays (or tensors) of the same values."""
    one, other = unwrapped(one), unwrapped(other)
    return (
        isinstance(one, Tensor)
        and isinstance(other, Tensor)
        and one.shape == other.shape
        and bool((one == other).all())
    )

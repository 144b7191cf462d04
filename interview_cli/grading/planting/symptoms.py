"""How a mistake shows, as it was measured: what it answers to the checks, beside the right answers. Imports torch."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import torch
from torch import Tensor

from interview_cli.domain.shares import percent
from interview_cli.grading.judge.check import Observed
from interview_cli.grading.judge.compare import unwrapped
from interview_cli.grading.planting.answers import Answers

GRADIENT = " gradient "
FEW = 0.34
"""Of the checks: a mistake that shows in fewer needs the right input."""
SLIGHT, MANY = 0.02, 10
"""How far a result is off, in parts of its size: below, a log hardly shows it; above, nobody wants to know the number."""
SAME_RATIO, ENOUGH = 1e-3, 4
"""When a factor is one, and of how many numbers it takes."""
_ARGUMENT, _KEYWORD = re.compile(r"args\[(\d+)\]"), re.compile(r"kwargs\['(\w+)'\]")
LONGEST = 48
"""Of a value that is told as it is."""
JUST_THE_RESULT = ("", "value", "result", "the result")
"""Labels of what a step shows that need no name."""
LOSSES = ("loss", "nll", "cross-entropy", "nt-xent")
"""How the problems end that give a number to be minimized."""


def symptom(problem: str, answers: Answers, names: Sequence[str], parameters: Sequence[str]) -> str:
    """What a run with this mistake looks like; `names` are those of the checks. It must fail one.

    `parameters` are those of the function that all checks call; none where there are several.
    """
    wrong = [seen for index in answers.wrong for seen in answers.seen[index] if seen.differs]
    gradients = [seen.label.partition(GRADIENT)[2] for seen in wrong if GRADIENT in seen.label]
    if len(gradients) == len(wrong):
        what = _of_gradients([_named(path, parameters) for path in gradients], wrong)
    else:
        what = _of_values(problem, [seen for seen in wrong if GRADIENT not in seen.label], names[answers.wrong[0]])
    return " ".join(filter(None, (what, _where(answers, names))))


def _where(answers: Answers, names: Sequence[str]) -> str:
    """Which inputs it takes, where most do not show it."""
    few = [f'"{names[index]}"' for index in answers.wrong]
    if len(few) > FEW * len(answers.seen):
        return ""
    if len(few) == 1:
        return f"Only {few[0]} shows it: on data without such a case, nothing looks wrong."
    shown = " and ".join(few) if len(few) == 2 else f"{few[0]}, {few[1]} and {len(few) - 2} more"
    return f"Only {shown} show it: on data without such cases, nothing looks wrong."


def _of_values(problem: str, values: Sequence[Observed], check: str) -> str:
    pairs = [pair for seen in values for pair in _parts(seen.got, seen.want) if _differ(*pair)]
    tensors = [(got, want) for got, want in pairs if isinstance(got, Tensor) and isinstance(want, Tensor)]
    different = [pair for pair in tensors if pair[0].shape != pair[1].shape]
    if any(_breaks(*pair) for pair in tensors):
        return "It gives infinity or NaN where the right result is finite: one such value in a loss is enough to ruin a run."
    if different:
        ours, right = (tuple(each.shape) for each in different[0])
        return f"The result has the shape {ours} where {right} is right. What comes behind it raises, or broadcasts silently."
    return _of_size(problem, tensors) if tensors else _of_objects(pairs, check, _asked_for(values))


def _asked_for(values: Sequence[Observed]) -> str:
    """What the first difference is in, such as a number of calls; nothing where it is just the result."""
    differing = (seen for seen in values if any(_differ(*pair) for pair in _parts(seen.got, seen.want)))
    label = next((seen.label.partition(" ")[2] for seen in differing), "")
    return "" if label in JUST_THE_RESULT else label


def _differ(got: Any, want: Any) -> bool:
    if not (isinstance(got, Tensor) and isinstance(want, Tensor)):
        return _holds_a_tensor(got) or _holds_a_tensor(want) or bool(got != want)
    return got.shape != want.shape or not torch.allclose(got.double(), want.double(), rtol=1e-5, equal_nan=True)


def _parts(got: Any, want: Any) -> Iterator[tuple[Any, Any]]:
    """What was given and what is right, part by part: tensors, where both are."""
    got, want = unwrapped(got), unwrapped(want)
    match got, want:
        case dict(), dict() if got.keys() == want.keys():
            for key in want:
                yield from _parts(got[key], want[key])
        case (tuple() | list(), tuple() | list()) if len(got) == len(want) and (
            isinstance(want, tuple) or _holds_a_tensor(want)
        ):
            for one, other in zip(got, want, strict=True):
                yield from _parts(one, other)
        case _:
            yield got, want


def _holds_a_tensor(value: Any) -> bool:
    """Whether any part is one; a list of numbers is told as it is."""
    value = unwrapped(value)
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, tuple | list) else ()
    return isinstance(value, Tensor) or any(map(_holds_a_tensor, parts))


def _of_objects(pairs: Sequence[tuple[Any, Any]], check: str, asked_for: str) -> str:
    """Numbers, lists, texts; the first that differ. What is no result is named: 2 where 1 is right may be calls."""
    ours, right = (f"{value:.6g}" if isinstance(value, float) else repr(value) for value in (pairs or [("<", "<")])[0])
    if max(len(ours), len(right)) > LONGEST or "<" in ours + right or "tensor" in ours + right:
        return f'Nothing raises: the result just differs, as in the check "{check}".'
    if asked_for:
        return f'Nothing raises: the check "{check}" sees `{ours}` where `{right}` is right: {asked_for}.'
    return f'Nothing raises: in the check "{check}" it gives `{ours}` where `{right}` is right.'


def _named(path: str, parameters: Sequence[str]) -> str:
    """The parameter `args[0]` or `kwargs['x']` by its name."""
    place, keyword = _ARGUMENT.fullmatch(path), _KEYWORD.fullmatch(path)
    if keyword:
        return keyword[1]
    return parameters[int(place[1])] if place and int(place[1]) < len(parameters) else path


def _of_gradients(paths: Sequence[str], gradients: Sequence[Observed]) -> str:
    """Where all values are right."""
    names = list(dict.fromkeys(paths))
    first = [name.removeprefix("of ") if name.startswith("of ") else f"`{name}`" for name in names[:2]]
    shown = f"{', '.join(first)} and others" if len(names) > 2 else " and ".join(first)
    right = "All values are right, so a printed loss is right, too."
    if all(isinstance(seen.got, Tensor) and not seen.got.any() for seen in gradients):
        return f"{right} No gradient reaches {shown}: what is behind never learns from it."
    return f"{right} The {'gradient' if len(names) == 1 else 'gradients'} of {shown} {'is' if len(names) == 1 else 'are'} wrong."


def _breaks(got: Tensor, want: Tensor) -> bool:
    return bool(want.isfinite().all()) and not bool(got.isfinite().all())


def _of_size(problem: str, pairs: Sequence[tuple[Tensor, Tensor]]) -> str:
    """Finite numbers of the right shapes."""
    ratio, is_loss = _common_ratio(pairs), problem.endswith(LOSSES)
    if ratio is not None and abs(ratio + 1) < SAME_RATIO:
        means = " Gradient descent with it maximizes what should be minimized." if is_loss else ""
        return f"The result has the right size and the opposite sign.{means}"
    if ratio is not None and ratio > 0:
        times = f"{ratio:.3g} times as large as it should be" if ratio > 1 else f"only {ratio:.3g} of what it should be"
        means = " With SGD, that acts like a wrong learning rate; Adam hides it." if is_loss else ""
        return f"Wherever it shows, the result is {times}.{means}"
    hidden = [float((got.isfinite() != want.isfinite()).double().mean()) for got, want in pairs]
    if any(hidden):
        return (
            f"Up to {percent(max(hidden))} of a result is infinite where it should be finite, or the other way round."
        )
    off = sorted(_off(got, want) for got, want in pairs)
    middle = off[len(off) // 2]
    if middle < SLIGHT:
        by = percent(middle, digits=1)
        return f"Nothing raises: a run goes on, with results off by {by} of their size. A log hardly shows that."
    by = f"about {percent(middle)} of" if middle < 2 else f"about {middle:.0f} times" if middle < MANY else "many times"
    return f"Nothing raises: a run goes on, with results off by {by} their size."


def _common_ratio(pairs: Sequence[tuple[Tensor, Tensor]]) -> float | None:
    """The factor by which every number is off; None where there is none, or too few to tell."""
    every = torch.cat([_ratios(got, want) for got, want in pairs])
    if every.numel() < ENOUGH:
        return None
    middle = float(every.median())
    is_common = bool(((every - middle).abs() <= SAME_RATIO * abs(middle)).all())
    return middle if is_common and middle and abs(middle - 1) > SAME_RATIO else None


def _ratios(got: Tensor, want: Tensor) -> Tensor:
    """Of all numbers of which one is not near 0: infinite where it should be."""
    ours, right = got.detach().double().flatten(), want.detach().double().flatten()
    finite = right.isfinite()
    least = SAME_RATIO * right[finite].abs().amax() if finite.any() else 0.0
    near_zero = right.abs() <= least
    return (ours / right.masked_fill(near_zero, 0.0))[finite & ~(near_zero & (ours.abs() <= least))]


def _off(got: Tensor, want: Tensor) -> float:
    """The size of the difference, in parts of the right result's."""
    ours, right = got.detach().double().flatten(), want.detach().double().flatten()
    finite = right.isfinite() & ours.isfinite()
    size = float(right[finite].norm())
    return float((ours - right)[finite].norm()) / size if size else 1.0

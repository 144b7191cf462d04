"""What float32 makes of a right answer to float64 inputs: an answer may pass through float32 on its way, as Llama's does.

Where scores are large, its rounding shows many times over, and no fixed bound fits all inputs. The reference, computed
in float32 on the same inputs, says how much is rounding.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import torch
from torch import Tensor

from interview_cli.grading.judge.compare import as_tensor, unwrapped
from interview_cli.grading.judge.expected import REFERENCE, Expected, draw_alike, seed_of
from interview_cli.grading.judge.local_world import LocalWorld
from interview_cli.grading.wire.values import tensors_in
from reference_impls.problem import GRADIENT, TOLERANCES, Case, Draw

ROUNDINGS = 8
"""Another right way to compute may round so many times as much as the reference, at its worst entry."""


class Float32World(LocalWorld):
    """The reference, given float32 for float64."""

    def _inside(self, value: Any) -> Any:
        return super()._inside(in_float32(value))

    def load(self, ref: Any, state: Mapping[str, Tensor]) -> None:
        """See `World.load`."""
        super().load(ref, in_float32(dict(state)))


def in_float32(value: Any) -> Any:
    """The same value with every float64 tensor in float32."""
    match value:
        case Tensor() if value.dtype is torch.float64:
            return value.float()
        case list() | tuple():
            return type(value)(in_float32(part) for part in value)
        case dict():
            return {key: in_float32(part) for key, part in value.items()}
        case _:
            return value


def rounded(expected: Expected, index: int) -> dict[str, Any]:
    """What the reference observes of a check in float32; the value of a case under `value`. Empty where it cannot."""
    case = expected.case(index, torch.float64, REFERENCE)
    world = Float32World(expected.entries)
    draw_alike(seed_of(expected.seed, "judge", index))
    try:
        if isinstance(case, Case):
            return {"value": world.call(expected.entry_of(case), *case.args, **case.kwargs)}
        return dict(case.steps(world, Draw(seed_of(expected.seed, "scenario", index), torch.float64, upcast=True)))
    except Exception:  # a reference that insists on one dtype has no rounding to show
        return {}


def is_by_float32(expected: Expected, index: int, dtype: torch.dtype, label: str, got: Any, want: Any) -> bool:
    """Whether a value in float64 is off by what float32, through which it may have passed, makes of it."""
    if dtype is not torch.float64 or label.startswith(GRADIENT):
        return False
    rough = rounded(expected, index)
    try:
        return label in rough and is_rounding(got, want, rough[label])
    except Exception:  # what cannot be looked at is no rounding
        return False


def is_rounding(got: Any, want: Any, in_float32: Any) -> bool:
    """Whether an answer is off by no more than float32's bounds, and not many times further than the reference in float32."""
    triples = [[part for _, part in tensors_in(unwrapped(value), "")] for value in (got, want, in_float32)]
    if not triples[1] and isinstance(want, float):
        triples = [[part] if (part := as_tensor(value)) is not None else [] for value in (got, want, in_float32)]
    if not triples[1] or len({len(parts) for parts in triples}) > 1:
        return False
    return all(is_rounding_of(*parts) for parts in zip(*triples, strict=True))


def is_rounding_of(got: Tensor, want: Tensor, rough: Tensor) -> bool:
    """The same of one tensor."""
    if not (got.shape == want.shape == rough.shape) or not want.is_floating_point() or not got.is_floating_point():
        return bool(got.shape == want.shape and torch.equal(got.double(), want.double()))
    got, want, rough = got.double(), want.double(), rough.double()
    if not want.numel() or not bool((got.isfinite() & want.isfinite() & rough.isfinite()).all()):
        return False
    bound = TOLERANCES[torch.float32]
    allowed = bound.relative * want.abs() + bound.scaled * max(float(want.abs().max()), bound.floor)
    error, rounding = (got - want).abs(), float((rough - want).abs().max())
    return bool((error <= allowed).all()) and float(error.max()) <= ROUNDINGS * rounding

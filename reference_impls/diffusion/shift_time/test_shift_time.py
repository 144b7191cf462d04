"""The shift multiplies odds, composes by multiplication and keeps order and ends."""

from __future__ import annotations

import math

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from reference_impls.diffusion.shift_time.reference import shift_time

LEVELS, SHIFTS = st.floats(0.001, 0.999), st.floats(0.05, 20)


def shifted(t: float, shift: float) -> float:
    return float(shift_time(torch.tensor(t, dtype=torch.float64), shift))


@given(LEVELS, SHIFTS)
def test_the_odds_are_multiplied(t: float, shift: float) -> None:
    after = shifted(t, shift)
    assert math.log(after / (1 - after)) == pytest.approx(math.log(t / (1 - t)) + math.log(shift), abs=1e-8)


@given(LEVELS, SHIFTS, SHIFTS)
def test_shifts_compose_by_multiplication(t: float, first: float, second: float) -> None:
    assert shifted(shifted(t, first), second) == pytest.approx(shifted(t, first * second))


@given(LEVELS, SHIFTS)
def test_the_reciprocal_undoes_it_and_so_does_the_other_clock(t: float, shift: float) -> None:
    assert shifted(shifted(t, shift), 1 / shift) == pytest.approx(t)
    assert shifted(1 - t, 1 / shift) == pytest.approx(1 - shifted(t, shift))


def test_the_mean_of_a_constant_image_is_as_uncertain_as_at_the_lower_resolution() -> None:
    """n pixels of (1 - t) c + t ε: c has the standard error t/(1 - t)/√n, the same at four times the pixels and shift 2."""
    t, n = 0.4, 16
    after = shifted(t, math.sqrt(4))
    assert after / (1 - after) / math.sqrt(4 * n) == pytest.approx(t / (1 - t) / math.sqrt(n))


def test_known_values() -> None:
    torch.testing.assert_close(shift_time(torch.tensor([0.0, 0.5, 1.0]), 3.0), torch.tensor([0.0, 0.75, 1.0]))

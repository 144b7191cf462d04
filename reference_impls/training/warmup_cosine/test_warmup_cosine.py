"""The schedule against torch's schedulers run step by step, and its ends, slopes and order."""

from __future__ import annotations

import itertools
import math

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from reference_impls.training.warmup_cosine.reference import warmup_cosine

runs = st.integers(1, 40).flatmap(lambda warmup: st.tuples(st.just(warmup), st.integers(warmup + 1, 120)))
rates = st.floats(0.1, 2.0).flatmap(lambda peak: st.tuples(st.just(peak), st.floats(0.0, peak)))


@pytest.mark.parametrize(
    ("warmup", "total", "peak", "floor"), [(1, 9, 0.5, 0.0), (4, 17, 0.8, 0.1), (10, 11, 3e-4, 3e-5)]
)
def test_it_agrees_with_torch(warmup: int, total: int, peak: float, floor: float) -> None:
    optimiser = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=peak)
    cosine = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, T_max=total - warmup, eta_min=floor)
    for step in range(warmup, total + 1):
        assert warmup_cosine(step, warmup, total, peak, floor) == pytest.approx(optimiser.param_groups[0]["lr"])
        optimiser.step()
        cosine.step()


@given(runs, rates)
def test_its_ends(run: tuple[int, int], rate: tuple[float, float]) -> None:
    assert warmup_cosine(0, *run, *rate) == 0
    assert warmup_cosine(run[0], *run, *rate) == pytest.approx(rate[0])
    assert warmup_cosine(run[1], *run, *rate) == pytest.approx(rate[1])
    assert warmup_cosine(run[1] + 7, *run, *rate) == rate[1]


@given(runs, rates)
def test_it_rises_and_then_falls(run: tuple[int, int], rate: tuple[float, float]) -> None:
    values = [warmup_cosine(step, *run, *rate) for step in range(run[1] + 5)]
    rising, falling = values[: run[0] + 1], values[run[0] :]
    assert all(a <= b + 1e-12 for a, b in itertools.pairwise(rising))
    assert all(a >= b - 1e-12 for a, b in itertools.pairwise(falling))


@given(runs, rates)
def test_the_cosine_is_symmetric_about_its_middle(run: tuple[int, int], rate: tuple[float, float]) -> None:
    warmup, total = run
    for step in range(warmup, total + 1):
        mirrored = warmup_cosine(warmup + total - step, *run, *rate)
        assert warmup_cosine(step, *run, *rate) + mirrored == pytest.approx(sum(rate))


def test_a_worked_example() -> None:
    """A third of the way down a cosine: (1 + cos 60°) / 2 = 3/4."""
    assert warmup_cosine(2, 4, 16, 1.0, 0.2) == 0.5
    assert warmup_cosine(8, 4, 16, 1.0, 0.2) == pytest.approx(0.2 + 0.8 * 0.75)
    assert warmup_cosine(7, 4, 16, 1.0) == pytest.approx((1 + math.sqrt(0.5)) / 2)

"""What section 23 teaches of judging numbers and hunting bugs, computed again: by simulation and by playing the game."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from torch import nn

from tests.bank.tolerances import mistaken_for_right
from tests.bank.truth import numeric


def test_no_number_is_mistaken() -> None:
    assert mistaken_for_right(23) == []


@pytest.mark.parametrize(("n", "a"), [(200, 80), (500, 60), (2000, 70)])
def test_the_gap_that_convinces(n: int, a: int) -> None:
    """By the gaps of many pairs of equally good models, of which one in twenty is larger."""
    rng = np.random.default_rng(0)
    first, second = (rng.binomial(n, a / 100, size=400_000) / n for _ in range(2))
    deviation = float((100 * (first - second)).std())
    assert numeric("q23-critique-gap", n=n, a=a) == pytest.approx(1.95996 * deviation, rel=0.01)


def test_six_points_for_five_hundred_questions() -> None:
    assert numeric("q23-critique-gap", n=500, a=60) == pytest.approx(6, abs=0.1)


def most_needed_for(commits: int) -> int:
    """The commits that remain after the unluckier answer to the best test, until one is left."""
    count = 0
    while commits > 1:
        commits = min(max(cut, commits - cut) for cut in range(1, commits))
        count += 1
    return count


@pytest.mark.parametrize("n", [60, 100, 1000])
def test_the_tests_of_a_bisection(n: int) -> None:
    assert numeric("q23-debug-bisect", n=n) == most_needed_for(n)


def test_broadcast_targets_teach_the_mean() -> None:
    """q23-debug-broadcast: least squares on all pairs gives a flat line at the mean."""
    torch.manual_seed(0)
    x = torch.randn(50, 1)
    target = 3 * x[:, 0] + 2
    model = nn.Linear(1, 1)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    for _ in range(300):
        optimizer.zero_grad()
        loss = ((model(x) - target) ** 2).mean()
        loss.backward()
        optimizer.step()
    torch.testing.assert_close(model.weight.detach(), torch.zeros(1, 1), atol=1e-4, rtol=0)
    torch.testing.assert_close(model(x)[:, 0].detach(), target.mean().expand(50), atol=1e-3, rtol=0)


def test_an_untrained_classifier_is_at_the_logarithm_of_its_classes() -> None:
    """q23-debug-probes."""
    assert F.cross_entropy(torch.zeros(4, 10), torch.arange(4)).item() == pytest.approx(math.log(10))


def test_frozen_layers_are_passed_but_get_no_gradient() -> None:
    """q23-lumaflux-adapters: an adapter in front of a frozen layer learns through it; 17 M of 12 B are 0.14 %."""
    adapter, frozen = nn.Linear(3, 3), nn.Linear(3, 1)
    frozen.requires_grad_(False)
    frozen(adapter(torch.ones(2, 3))).sum().backward()
    assert adapter.weight.grad is not None and frozen.weight.grad is None
    assert pytest.approx(0.14, abs=0.005) == 100 * 17e6 / 12e9

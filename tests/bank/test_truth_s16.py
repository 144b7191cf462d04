"""What section 16 teaches of discrete diffusion, computed again: by enumerating paths and orders, and by integration."""

from __future__ import annotations

import itertools
import math
from fractions import Fraction

import numpy as np
import pytest

from tests.bank.tolerances import mistaken_for_right
from tests.bank.truth import formula, numeric


def test_no_number_is_mistaken() -> None:
    assert mistaken_for_right(16) == []


def test_the_same_number_of_tokens_is_masked_in_each_step() -> None:
    steps, unmasked = 7, Fraction(1)
    for step in range(1, steps + 1):
        rate = Fraction(formula("q16-absorbing-schedule", t=step, T=steps)).limit_denominator(100)
        assert unmasked * rate == Fraction(1, steps)
        unmasked *= 1 - rate
    assert unmasked == 0


@pytest.mark.parametrize(("f", "p"), [(0.1, 0.8), (0.2, 0.7), (0.25, 0.6)])
def test_the_reverse_step_from_the_predicted_token(f: float, p: float) -> None:
    """By all paths of three tokens, weighted with the prediction, that end at what is seen."""
    weights = {
        path: (p if path[0] else 1 - p) * math.prod(f if a != b else 1 - f for a, b in itertools.pairwise(path))
        for path in itertools.product((0, 1), repeat=3)
        if path[2] == 1
    }
    expected = sum(weight for path, weight in weights.items() if path[1] == 1) / sum(weights.values())
    assert numeric("q16-joint-weight", f=f, p=p) == pytest.approx(expected)


@pytest.mark.parametrize("length", [3, 5, 6])
def test_the_weight_of_a_mask_of_two_tokens(length: int) -> None:
    """By the share of orders that end with the pair, the given position before the other."""
    orders = list(itertools.permutations(range(length)))
    share = sum(order[-2:] == (0, 1) for order in orders) / len(orders)
    assert formula("q16-two-masked-weight", L=length) == pytest.approx(share)


@pytest.mark.parametrize("steps", [6, 16])
def test_the_last_step_of_a_cosine_schedule(steps: int) -> None:
    """By integrating the rate at which the schedule commits tokens."""
    nodes, weights = np.polynomial.legendre.leggauss(12)
    progress = 1 - (1 - nodes) / (2 * steps)
    committed = float((weights * np.pi / 2 * np.sin(np.pi * progress / 2)).sum() / (2 * steps))
    assert numeric("q16-maskgit-last-step", S=steps) == pytest.approx(committed)


def test_a_dense_kernel_of_a_vocabulary() -> None:
    """q16-no-dense-kernel: 2.5 billion entries, 5 GB in 16 bit."""
    assert 50_000**2 == 2.5e9
    assert 50_000**2 * np.dtype(np.float16).itemsize == 5e9


def test_averaged_posteriors_agree_with_the_joint_weight_for_a_masked_token() -> None:
    """q16-x0-parameterisation: every clean token explains a mask equally well, so the two mixtures agree."""
    keep_before, keep = 0.8, 0.6
    prediction = np.array([0.5, 0.3, 0.2])
    still_masked = float((prediction * (1 - keep_before)).sum())
    revealed = prediction * (keep_before - keep)
    averaged = prediction * (keep_before - keep) / (1 - keep)
    assert revealed / (still_masked + float(revealed.sum())) == pytest.approx(averaged)

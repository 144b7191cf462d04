"""The page agrees with the definition, anchor by anchor, and knows two values by heart."""

from __future__ import annotations

import math

import pytest
import torch
from torch.nn import functional

from reference_impls.self_supervision.nt_xent.reference import nt_xent


@pytest.mark.parametrize("B", [2, 3, 6])
@pytest.mark.parametrize("tau", [0.1, 0.5])
def test_the_page_agrees_with_the_definition(B: int, tau: float) -> None:
    torch.manual_seed(B)
    z1, z2 = torch.randn(2, B, 5, dtype=torch.float64)
    z = functional.normalize(torch.cat([z1, z2]), dim=1)
    losses = []
    for i in range(2 * B):
        scores = [math.exp(float(z[i] @ z[k]) / tau) for k in range(2 * B)]
        losses.append(-math.log(scores[(i + B) % (2 * B)] / (sum(scores) - scores[i])))
    assert float(nt_xent(z1, z2, tau)) == pytest.approx(sum(losses) / (2 * B))


def test_orthogonal_views_and_equal_ones() -> None:
    """All similarities 0: log(2B - 1). Equal pairs that are orthogonal to one another: one exponential stands out."""
    B, tau = 4, 0.5
    eye = torch.eye(2 * B)
    assert float(nt_xent(eye[:B], eye[B:], tau)) == pytest.approx(math.log(2 * B - 1))
    want = math.log(math.exp(1 / tau) + 2 * B - 2) - 1 / tau
    assert float(nt_xent(eye[:B], eye[:B], tau)) == pytest.approx(want)

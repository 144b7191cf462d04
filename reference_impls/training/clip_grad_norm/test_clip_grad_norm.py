"""The page agrees with torch's own clipping, up to the 1e-6 that it adds to the norm."""

from __future__ import annotations

import pytest
import torch
from torch.nn.utils import clip_grad_norm_

from reference_impls.training.clip_grad_norm.reference import clip_grad_norm


@pytest.mark.parametrize("max_norm", [0.1, 1.0, 100.0])
def test_the_page_agrees_with_torch(max_norm: float) -> None:
    torch.manual_seed(1)
    shapes = ((3, 2), (5,), (), (2, 2, 2))
    own, theirs = ([torch.zeros(shape).double().requires_grad_() for shape in shapes] for _ in range(2))
    for a, b in zip(own[:3], theirs[:3], strict=True):
        a.grad = torch.randn_like(a)
        b.grad = a.grad.clone()
    assert clip_grad_norm(iter(own), max_norm) == pytest.approx(float(clip_grad_norm_(theirs, max_norm)))
    for a, b in zip(own, theirs, strict=True):
        torch.testing.assert_close(a.grad, b.grad, rtol=1e-5, atol=1e-6)


def test_the_direction_stays() -> None:
    p = torch.zeros(4, requires_grad=True)
    p.grad = torch.tensor([3.0, 0.0, -4.0, 0.0])
    assert clip_grad_norm([p], 1.0) == pytest.approx(5.0)
    torch.testing.assert_close(p.grad, torch.tensor([0.6, 0.0, -0.8, 0.0]))

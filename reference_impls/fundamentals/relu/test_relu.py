"""The page agrees with torch.relu, gradients included."""

from __future__ import annotations

import pytest
import torch

from reference_impls.fundamentals.relu.reference import relu


@pytest.mark.parametrize("shape", [(), (5,), (3, 4), (0, 2)])
def test_the_page_agrees_with_torch(shape: tuple[int, ...]) -> None:
    x = torch.randn(shape, dtype=torch.float64, requires_grad=True)
    cotangent = torch.randn(shape, dtype=torch.float64)
    torch.testing.assert_close(relu(x), torch.relu(x))
    got, want = (torch.autograd.grad(f(x), x, cotangent)[0] for f in (relu, torch.relu))
    torch.testing.assert_close(got, want)


def test_it_is_homogeneous_and_idempotent() -> None:
    x = torch.randn(20)
    torch.testing.assert_close(relu(3 * x), 3 * relu(x))
    torch.testing.assert_close(relu(relu(x)), relu(x))
    torch.testing.assert_close(relu(x) - relu(-x), x)

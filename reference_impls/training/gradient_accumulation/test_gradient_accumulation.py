"""What the page accumulates is the gradient of one large batch, by autograd."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor, nn

from reference_impls.training.gradient_accumulation.reference import accumulate_gradients


def squared(model: nn.Module, batch: tuple[Tensor, Tensor]) -> Tensor:
    return (model(batch[0]) - batch[1]).square().mean()


@pytest.mark.parametrize("sizes", [[5], [2, 2], [3, 3, 1], [1, 4, 2]])
def test_it_equals_one_large_batch(sizes: list[int]) -> None:
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 2)).double()
    x, y = torch.randn(sum(sizes), 3).double(), torch.randn(sum(sizes), 2).double()
    parts = list(zip(x.split(sizes), y.split(sizes), strict=True))
    want = squared(model, (x, y))
    gradients = torch.autograd.grad(want, list(model.parameters()))
    for p in model.parameters():
        p.grad = torch.ones_like(p)
    assert accumulate_gradients(model, squared, parts) == pytest.approx(want.item())
    for p, gradient in zip(model.parameters(), gradients, strict=True):
        torch.testing.assert_close(p.grad, 1 + gradient)


def test_the_mean_of_means_is_another_one_when_sizes_differ() -> None:
    model = nn.Linear(1, 1, bias=False)
    batches = [torch.tensor([[1.0], [1.0], [1.0]]), torch.tensor([[3.0]])]
    loss = accumulate_gradients(model, lambda m, x: m(x).square().mean(), batches)
    assert loss == pytest.approx(float(model.weight.detach().square()) * (1 + 1 + 1 + 9) / 4)

"""The Muon page: its iteration acts on singular values alone, and torch.optim.Muon agrees as far as bfloat16 goes."""

from __future__ import annotations

from typing import Any

import pytest
import torch

from reference_impls.training.muon_step.reference import muon_step, orthogonalize


@pytest.mark.parametrize("shape", [(3, 5), (5, 3), (4, 4), (1, 6), (6, 1)])
@pytest.mark.parametrize("steps", [0, 1, 5])
def test_the_iteration_is_a_polynomial_of_the_singular_values(shape: tuple[int, int], steps: int) -> None:
    torch.manual_seed(steps)
    u = torch.randn(shape, dtype=torch.float64)
    U, s, Vh = torch.linalg.svd(u, full_matrices=False)
    s = s / s.norm()
    for _ in range(steps):
        s = 3.4445 * s - 4.7750 * s**3 + 2.0315 * s**5
    torch.testing.assert_close(orthogonalize(u, steps), U @ s.diag() @ Vh, rtol=1e-4, atol=1e-5)


def test_five_iterations_bring_singular_values_near_1() -> None:
    torch.manual_seed(1)
    values = torch.linalg.svdvals(orthogonalize(torch.randn(8, 20), 5))
    assert float(values.min()) > 0.6
    assert float(values.max()) < 1.3


@pytest.mark.skipif(not hasattr(torch.optim, "Muon"), reason="torch.optim.Muon came with torch 2.9")
@pytest.mark.parametrize("shape", [(6, 4), (3, 8)])
def test_steps_agree_with_torch(shape: tuple[int, int]) -> None:
    """Theirs runs the iterations in bfloat16."""
    torch.manual_seed(2)
    param, state = torch.randn(shape), dict[str, Any]()
    theirs = torch.nn.Parameter(param.clone())
    optimizer = torch.optim.Muon([theirs], lr=0.05, momentum=0.9, weight_decay=0.3, adjust_lr_fn="original")
    for _ in range(4):
        grad = torch.randn(shape)
        theirs.grad = grad.clone()
        optimizer.step()
        param = muon_step(param, grad, state, 0.05, 0.9, 0.3)
        torch.testing.assert_close(param, theirs.detach(), rtol=0, atol=0.01)
        torch.testing.assert_close(state["m"], optimizer.state[theirs]["momentum_buffer"])
        param = theirs.detach().clone()


def test_the_length_of_a_gradient_does_not_matter() -> None:
    torch.manual_seed(3)
    param, grad = torch.randn(3, 4), torch.randn(3, 4)
    torch.testing.assert_close(muon_step(param, grad, {}), muon_step(param, 1000 * grad, {}), rtol=1e-4, atol=1e-5)


def test_arguments_stay_and_nothing_is_recorded() -> None:
    param, grad = torch.randn(3, 2, requires_grad=True), torch.randn(3, 2)
    before = param.detach().clone(), grad.clone()
    assert not muon_step(param, grad, {}, weight_decay=0.1).requires_grad
    assert torch.equal(param, before[0])
    assert torch.equal(grad, before[1])

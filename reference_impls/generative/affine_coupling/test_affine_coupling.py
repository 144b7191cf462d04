"""Both maps undo one another, and log_det is that of the Jacobian which autograd writes out."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from reference_impls.generative.affine_coupling.reference import Net, coupling_forward, coupling_inverse


def network(D: int) -> Net:
    generator = torch.Generator().manual_seed(9)
    first = torch.randn(D // 2, 5, generator=generator, dtype=torch.float64)
    second = torch.randn(5, D, generator=generator, dtype=torch.float64)
    return lambda half: (half @ first).tanh() @ second


@pytest.mark.parametrize(("B", "D"), [(1, 2), (4, 6), (3, 8)])
@pytest.mark.parametrize("coupling", [coupling_forward, coupling_inverse])
def test_log_det_is_that_of_the_jacobian(B: int, D: int, coupling: object) -> None:
    assert callable(coupling)
    x = torch.randn(B, D, dtype=torch.float64)
    _, log_det = coupling(x, network(D))
    assert log_det.shape == (B,)
    for b in range(B):

        def row(v: Tensor) -> Tensor:
            return coupling(v[None], network(D))[0][0]  # type: ignore[no-any-return]

        jacobian = torch.autograd.functional.jacobian(row, x[b])
        torch.testing.assert_close(log_det[b], torch.linalg.slogdet(jacobian).logabsdet)


@pytest.mark.parametrize("D", [2, 6])
def test_the_inverse_undoes_the_forward_map(D: int) -> None:
    x = torch.randn(5, D, dtype=torch.float64)
    y, log_det = coupling_forward(x, network(D))
    assert torch.equal(y[:, : D // 2], x[:, : D // 2])
    again, back = coupling_inverse(y, network(D))
    torch.testing.assert_close(again, x)
    torch.testing.assert_close(back, -log_det)


def test_a_density_keeps_its_mass() -> None:
    """∫ N(x(y)) |det ∂x/∂y| dy = 1 on a grid in two dimensions."""
    grid = torch.linspace(-30, 30, 601, dtype=torch.float64)
    y = torch.cartesian_prod(grid, grid)
    x, log_det = coupling_inverse(y, lambda half: torch.cat([0.5 * half.sin() + 0.3, half.cos()], dim=1))
    log_p = -0.5 * x.square().sum(dim=1) - torch.log(torch.tensor(2 * torch.pi, dtype=torch.float64)) + log_det
    assert float(log_p.exp().sum()) * 0.1**2 == pytest.approx(1, abs=1e-6)

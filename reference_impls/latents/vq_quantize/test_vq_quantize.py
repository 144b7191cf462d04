"""The page against a nearest-neighbour search in loops, and its gradients against what eq. 3 of the paper says of each term."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from reference_impls.latents.vq_quantize.reference import vq_quantize


def inputs(samples: int, states: int, d: int) -> tuple[Tensor, Tensor]:
    generator = torch.Generator().manual_seed(7)
    z, codebook = (torch.randn(n, d, generator=generator, dtype=torch.float64) for n in (samples, states))
    return z.requires_grad_(), codebook.requires_grad_()


@pytest.mark.parametrize(("samples", "states", "d"), [(1, 1, 1), (5, 3, 4), (3, 5, 2), (4, 4, 4), (50, 9, 3)])
@pytest.mark.parametrize("beta", [0.25, 0.0, 2.0])
def test_indices_codes_and_loss_are_those_of_a_search(samples: int, states: int, d: int, beta: float) -> None:
    z, codebook = inputs(samples, states, d)
    z_q, indices, loss = vq_quantize(z, codebook, beta)
    distances = [[float((row - code).norm()) for code in codebook.detach()] for row in z.detach()]
    nearest = [row.index(min(row)) for row in distances]
    assert indices.tolist() == nearest
    assert indices.dtype == torch.int64
    torch.testing.assert_close(z_q, codebook[nearest])
    torch.testing.assert_close(loss, (1 + beta) * torch.nn.functional.mse_loss(z, codebook[nearest]))


def test_the_decoders_gradient_is_copied_to_z_and_none_reaches_the_codebook() -> None:
    z, codebook = inputs(6, 4, 3)
    cotangent = torch.randn(6, 3, dtype=torch.float64)
    z_q, _, _ = vq_quantize(z, codebook)
    to_z, to_codebook = torch.autograd.grad((z_q * cotangent).sum(), (z, codebook), allow_unused=True)
    assert torch.equal(to_z, cotangent)
    assert to_codebook is None


@pytest.mark.parametrize("beta", [0.25, 0.0, 2.0])
def test_each_term_of_the_loss_moves_its_own_side(beta: float) -> None:
    """∂/∂z = 2β (z - e) / (B D); a code gets the sum of 2 (e - z) / (B D) over the encodings that chose it."""
    z, codebook = inputs(20, 4, 3)
    _, indices, loss = vq_quantize(z, codebook, beta)
    to_z, to_codebook = torch.autograd.grad(loss, (z, codebook))
    away = (z - codebook[indices]).detach()
    torch.testing.assert_close(to_z, 2 * beta * away / z.numel())
    wanted = torch.stack([-2 * away[indices == k].sum(dim=0) / z.numel() for k in range(4)])
    torch.testing.assert_close(to_codebook, wanted)


def test_a_gradient_step_on_the_codes_is_a_step_of_k_means() -> None:
    """With the rate B D / (2 n_k) a code lands on the mean of its encodings."""
    z, codebook = inputs(40, 3, 2)
    _, indices, loss = vq_quantize(z, codebook)
    (gradient,) = torch.autograd.grad(loss, codebook)
    for k in sorted(set(indices.tolist())):
        mine = z[indices == k]
        torch.testing.assert_close(codebook[k] - z.numel() / (2 * len(mine)) * gradient[k], mine.mean(dim=0))


def test_beta_is_a_quarter_by_default() -> None:
    z, codebook = inputs(5, 3, 2)
    torch.testing.assert_close(vq_quantize(z, codebook)[2], vq_quantize(z, codebook, 0.25)[2])

"""The codes against a search in loops; one level is vector quantization; the error of the best levels falls."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from reference_impls.latents.rvq_encode.reference import rvq_decode, rvq_encode
from reference_impls.latents.vq_quantize.reference import vq_quantize


def inputs(B: int, Q: int, K: int, D: int) -> tuple[Tensor, Tensor]:
    generator = torch.Generator().manual_seed(11)
    z = torch.randn(B, D, generator=generator, dtype=torch.float64)
    return z, torch.randn(Q, K, D, generator=generator, dtype=torch.float64)


@pytest.mark.parametrize(("B", "Q", "K", "D"), [(1, 1, 1, 1), (5, 3, 4, 2), (7, 2, 6, 3)])
def test_every_level_is_a_search_for_the_nearest_code(B: int, Q: int, K: int, D: int) -> None:
    z, codebooks = inputs(B, Q, K, D)
    indices, z_q = rvq_encode(z, codebooks)
    assert indices.shape == (B, Q)
    assert indices.dtype == torch.int64
    for i in range(B):
        left = z[i]
        for q in range(Q):
            distances = [float((left - code).norm()) for code in codebooks[q]]
            assert int(indices[i, q]) == distances.index(min(distances))
            left = left - codebooks[q, indices[i, q]]
        torch.testing.assert_close(z_q[i], z[i] - left)


def test_one_level_is_vector_quantization() -> None:
    z, codebooks = inputs(9, 1, 5, 3)
    indices, z_q = rvq_encode(z, codebooks)
    straight, nearest, _ = vq_quantize(z, codebooks[0])
    assert torch.equal(indices[:, 0], nearest)
    torch.testing.assert_close(z_q, straight)


def test_the_first_levels_are_a_code_by_themselves() -> None:
    z, codebooks = inputs(6, 4, 5, 3)
    indices, _ = rvq_encode(z, codebooks)
    for n in range(1, 5):
        shorter, z_q = rvq_encode(z, codebooks[:n])
        assert torch.equal(shorter, indices[:, :n])
        torch.testing.assert_close(rvq_decode(indices[:, :n], codebooks), z_q)


def test_with_a_zero_code_no_level_makes_it_worse() -> None:
    z, codebooks = inputs(20, 5, 8, 2)
    codebooks[:, 0] = 0
    indices, _ = rvq_encode(z, codebooks)
    errors = torch.stack([(z - rvq_decode(indices[:, :n], codebooks)).norm(dim=1) for n in range(1, 6)])
    assert bool((errors.diff(dim=0) <= 1e-12).all())

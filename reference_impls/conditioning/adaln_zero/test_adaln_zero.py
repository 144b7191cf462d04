"""The page's block against diffusers' modulation, token by token in plain arithmetic, and at its start."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor, nn

from reference_impls.conditioning.adaln_zero.reference import AdaLNZeroBlock

SIZES = [(1, 1, 3, 2), (2, 5, 6, 4), (4, 4, 7, 5), (3, 2, 8, 1)]


def trained(dim: int, cond_dim: int) -> AdaLNZeroBlock:
    torch.manual_seed(3)
    block = AdaLNZeroBlock(dim, cond_dim, nn.Linear(dim, dim)).double()
    nn.init.normal_(block.mod.weight)
    nn.init.normal_(block.mod.bias)
    return block


def inputs(B: int, T: int, D: int, C: int) -> tuple[Tensor, Tensor]:
    generator = torch.Generator().manual_seed(4)
    draw = lambda *shape: torch.randn(*shape, generator=generator, dtype=torch.float64)  # noqa: E731
    return draw(B, T, D), draw(B, C)


@pytest.mark.parametrize(("B", "T", "D", "C"), SIZES)
def test_each_token_by_itself(B: int, T: int, D: int, C: int) -> None:
    block = trained(D, C)
    x, c = inputs(B, T, D, C)
    y = block(x, c)
    for b in range(B):
        vectors = block.mod.weight @ c[b] + block.mod.bias
        shift, scale, gate = vectors[:D], vectors[D : 2 * D], vectors[2 * D :]
        for t in range(T):
            token = x[b, t]
            normed = (token - token.mean()) / (token.var(correction=0) + 1e-6).sqrt()
            branch = block.inner.weight @ (normed * (1 + scale) + shift) + block.inner.bias
            torch.testing.assert_close(y[b, t], token + gate * branch)


@pytest.mark.parametrize(("B", "T", "D", "C"), SIZES)
def test_it_modulates_as_diffusers_does_with_value_and_gradients(B: int, T: int, D: int, C: int) -> None:
    """AdaLayerNormZeroSingle makes shift, scale and gate from SiLU(c), with as many conditions as channels."""
    normalization = pytest.importorskip("diffusers.models.normalization")
    block, theirs = trained(D, D), normalization.AdaLayerNormZeroSingle(D).double()
    theirs.linear.load_state_dict(block.mod.state_dict())
    x, c = inputs(B, T, D, D)
    x.requires_grad_()
    h, gate = theirs(x, emb=c)
    wanted, got = x + gate[:, None] * block.inner(h), block(x, nn.functional.silu(c))
    torch.testing.assert_close(got, wanted)
    cotangent = torch.randn_like(wanted)
    own = torch.autograd.grad(got, [x, block.mod.weight, block.mod.bias], cotangent)
    others = torch.autograd.grad(wanted, [x, theirs.linear.weight, theirs.linear.bias], cotangent)
    for gradient, other in zip(own, others, strict=True):
        torch.testing.assert_close(gradient, other)


def test_a_new_block_is_the_identity_and_only_its_gate_can_learn() -> None:
    block = AdaLNZeroBlock(6, 4, nn.Linear(6, 6))
    x, c = (value.float() for value in inputs(2, 5, 6, 4))
    y = block(x, c)
    assert torch.equal(y, x)
    y.square().sum().backward()
    weight, inner = block.mod.weight.grad, block.inner.weight.grad
    assert weight is not None
    assert inner is not None
    assert not weight[:12].any()
    assert weight[12:].all()
    assert not inner.any()


def test_a_deep_stack_starts_as_the_identity() -> None:
    stack = [AdaLNZeroBlock(6, 4, nn.Linear(6, 6)) for _ in range(30)]
    x, c = (value.float() for value in inputs(2, 3, 6, 4))
    y = x
    for block in stack:
        y = block(y, c)
    assert torch.equal(y, x)


def test_norm_has_no_parameters_of_its_own() -> None:
    names = [name for name, _ in AdaLNZeroBlock(6, 4, nn.Linear(6, 6)).named_parameters()]
    assert names == ["inner.weight", "inner.bias", "mod.weight", "mod.bias"]

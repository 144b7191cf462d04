"""The lookup and its gradient agree with torch.nn.functional.embedding."""

from __future__ import annotations

import pytest
import torch
from torch.nn import functional

from reference_impls.llm.embedding.reference import embedding


@pytest.mark.parametrize("padding", [None, 0, 3])
@pytest.mark.parametrize("shape", [(), (4,), (2, 5), (2, 1, 3)])
def test_it_agrees_with_torch(shape: tuple[int, ...], padding: int | None) -> None:
    ids = torch.randint(0, 5, shape)
    own, theirs = (torch.randn(5, 3).double() for _ in range(2))
    theirs.copy_(own)
    own.requires_grad_()
    theirs.requires_grad_()
    got, want = embedding(ids, own, padding), functional.embedding(ids, theirs, padding)
    assert torch.equal(got, want)
    cotangent = torch.randn_like(got)
    (a,), (b,) = torch.autograd.grad(got, [own], cotangent), torch.autograd.grad(want, [theirs], cotangent)
    torch.testing.assert_close(a, b)


def test_it_is_a_product_with_one_hot_rows() -> None:
    ids, weight = torch.randint(0, 6, (3, 4)), torch.randn(6, 2).double()
    torch.testing.assert_close(embedding(ids, weight), functional.one_hot(ids, 6).double() @ weight)

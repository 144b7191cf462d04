"""The page agrees with plain loops, and the decoder's unshuffling puts every kept patch back in its place."""

from __future__ import annotations

import torch
from hypothesis import given
from hypothesis import strategies as st

from reference_impls.self_supervision.mae_masking.reference import random_masking

SIZES = (st.integers(1, 4), st.integers(1, 12), st.integers(1, 3), st.floats(0, 0.99), st.integers(0, 999))


@given(*SIZES)
def test_the_page_agrees_with_loops(B: int, L: int, D: int, ratio: float, seed: int) -> None:
    torch.manual_seed(seed)
    x, noise = torch.randn(B, L, D), torch.rand(B, L)
    kept, mask, ids_restore = random_masking(x, ratio, noise)
    number = L - round(L * ratio)
    for b in range(B):
        order = sorted(range(L), key=noise[b].tolist().__getitem__)
        assert kept[b].tolist() == [x[b, i].tolist() for i in order[:number]]
        assert mask[b].tolist() == [float(i not in order[:number]) for i in range(L)]
        assert ids_restore[b].tolist() == [order.index(i) for i in range(L)]


@given(*SIZES)
def test_mask_tokens_behind_the_kept_patches_are_put_where_the_mask_is_one(
    B: int, L: int, D: int, ratio: float, seed: int
) -> None:
    """What the decoder does: append mask tokens, undo the shuffle."""
    torch.manual_seed(seed)
    x, noise = torch.randn(B, L, D), torch.rand(B, L)
    kept, mask, ids_restore = random_masking(x, ratio, noise)
    tokens = torch.cat([kept, torch.full((B, L - kept.shape[1], D), 9.0)], dim=1)
    image = tokens.gather(1, ids_restore[:, :, None].expand(-1, -1, D))
    assert torch.equal(image, torch.where(mask[:, :, None] == 1, torch.full_like(x, 9.0), x))

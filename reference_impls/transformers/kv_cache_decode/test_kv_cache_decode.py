"""The decoding page, fed in any chunks, agrees with torch's fused causal attention over the whole sequence."""

from __future__ import annotations

import torch
from hypothesis import given, settings
from hypothesis.strategies import integers, lists
from torch.nn.functional import scaled_dot_product_attention

from reference_impls.transformers.kv_cache_decode.reference import Cache, decode_step


@settings(max_examples=30, deadline=None)
@given(chunks=lists(integers(1, 5), min_size=1, max_size=5), B=integers(1, 3), H=integers(1, 3), d=integers(1, 5))
def test_any_chunks_give_causal_attention_over_the_whole(chunks: list[int], B: int, H: int, d: int) -> None:
    torch.manual_seed(sum(chunks) + d)
    q, k, v = (torch.randn(B, H, sum(chunks), d, dtype=torch.float64) for _ in range(3))
    cache: Cache | None = None
    outs = []
    for new in torch.arange(sum(chunks)).split(chunks):
        out, cache = decode_step(q[:, :, new], k[:, :, new], v[:, :, new], cache)
        outs.append(out)
    torch.testing.assert_close(torch.cat(outs, dim=2), scaled_dot_product_attention(q, k, v, is_causal=True))
    assert cache is not None
    assert torch.equal(cache[0], k)
    assert torch.equal(cache[1], v)


def test_the_old_cache_stays_as_it_was_and_serves_two_branches() -> None:
    torch.manual_seed(0)
    first, left, right = (torch.randn(3, 2, 3, t, 4) for t in (5, 2, 2))  # q, k, v
    _, cache = decode_step(first[0], first[1], first[2], None)
    before = [part.clone() for part in cache]
    for branch in (left, right):
        _, longer = decode_step(branch[0], branch[1], branch[2], cache)
        assert torch.equal(longer[0], torch.cat([first[1], branch[1]], dim=2))
    assert all(torch.equal(part, old) for part, old in zip(cache, before, strict=True))

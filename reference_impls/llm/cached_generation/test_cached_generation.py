"""With a small attention layer as the model, the page produces what a loop without a cache does."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from reference_impls.llm.cached_generation.reference import generate

GENERATOR = torch.Generator().manual_seed(3)
EMBED = torch.randn(11, 8, generator=GENERATOR, dtype=torch.float64)
POSITION = torch.randn(30, 8, generator=GENERATOR, dtype=torch.float64)

Cache = tuple[Tensor, Tensor] | None


def model(ids: Tensor, cache: Cache) -> tuple[Tensor, Cache]:
    """Causal attention over the cache and the new tokens; the embedding is tied."""
    before = 0 if cache is None else cache[0].shape[1]
    x = EMBED[ids] + POSITION[before : before + ids.shape[1]]
    k, v = (x, x.flip(-1)) if cache is None else (torch.cat([cache[0], x], 1), torch.cat([cache[1], x.flip(-1)], 1))
    hidden = torch.ones(ids.shape[1], k.shape[1], dtype=torch.bool).triu(before + 1)
    weights = (x @ k.transpose(1, 2)).masked_fill(hidden, float("-inf")).softmax(dim=-1)
    return (x + weights @ v) @ EMBED.T, (k, v)


def without_cache(prompt: Tensor, max_new: int, eos: int | None) -> Tensor:
    """Row by row, the whole sequence in every step."""
    rows = []
    for row in prompt:
        tokens = row[None]
        for _ in range(max_new):
            new = model(tokens, None)[0][:, -1].argmax(dim=-1)
            if eos is not None and int(tokens[0, -1]) == eos and tokens.shape[1] > len(row):
                new = torch.tensor([eos])
            tokens = torch.cat([tokens, new[:, None]], dim=1)
        rows.append(tokens[0])
    return torch.stack(rows)


@pytest.mark.parametrize("eos", [None, 0, 4, 9])
def test_it_equals_the_loop_without_a_cache(eos: int | None) -> None:
    prompt = torch.randint(11, (3, 4), generator=GENERATOR)
    got, want = generate(model, prompt, 9, eos), without_cache(prompt, 9, eos)
    assert torch.equal(got, want[:, : got.shape[1]])
    if eos is not None and got.shape[1] < want.shape[1]:
        assert bool((want[:, got.shape[1] - 1 :] == eos).all())

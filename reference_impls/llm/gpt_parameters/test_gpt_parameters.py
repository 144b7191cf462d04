"""The count agrees with a model built to size, and with the sizes of the published checkpoints."""

from __future__ import annotations

import pytest
from torch import nn

from reference_impls.llm.gpt_parameters.reference import gpt_parameters


def model(layers: int, d: int, vocab: int, context: int, tied: bool) -> nn.ModuleList:
    """The layers of GPT-2; the library's encoder layer has the same parameters as its block."""
    tokens, head = nn.Embedding(vocab, d), nn.Linear(d, vocab, bias=False)
    if tied:
        head.weight = tokens.weight
    blocks = [nn.TransformerEncoderLayer(d, 1, dim_feedforward=4 * d) for _ in range(layers)]
    return nn.ModuleList([tokens, nn.Embedding(context, d), *blocks, nn.LayerNorm(d), head])


@pytest.mark.parametrize("tied", [True, False])
@pytest.mark.parametrize(("layers", "d", "vocab", "context"), [(1, 4, 9, 5), (3, 6, 11, 20)])
def test_it_is_what_a_model_of_that_size_holds(layers: int, d: int, vocab: int, context: int, tied: bool) -> None:
    built = model(layers, d, vocab, context, tied)
    assert gpt_parameters(layers, d, vocab, context, tied) == sum(p.numel() for p in built.parameters())


@pytest.mark.parametrize(
    ("layers", "d", "count"),
    [(12, 768, 124_439_808), (24, 1024, 354_823_168), (36, 1280, 774_030_080), (48, 1600, 1_557_611_200)],
)
def test_the_four_sizes_of_gpt_2(layers: int, d: int, count: int) -> None:
    assert gpt_parameters(layers, d, 50257, 1024) == count

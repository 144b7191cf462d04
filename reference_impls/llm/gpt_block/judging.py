"""How answers to `gpt-block` are judged."""

import math
from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.llm.gpt_block.reference import GPTBlock
from reference_impls.problem import Draw, Observation, Problem, Scenario, World, module_case

ENTRY = "GPTBlock"


def visible(draw: Draw, *shape: int) -> Tensor:
    """A random mask in which every token sees at least itself."""
    return draw.booleans(*shape, p=0.5) | torch.eye(shape[-1], dtype=torch.bool)


def causal(T: int) -> Tensor:
    """The mask of T tokens that see themselves and the past."""
    return torch.ones(T, T, dtype=torch.bool).tril()


def padding() -> Tensor:
    """Zeros and ones: the keys of two sequences of lengths 3 and 5."""
    return (torch.arange(5) < torch.tensor([3, 5])[:, None]).long()[:, None, None, :]


def large_scores(world: World, draw: Draw) -> Iterator[Observation]:
    """A token's score with itself is 1800, with any other at most 900: itself wins in any arithmetic.

    The tokens are different sign patterns (p, -p) of mean 0 and variance 1, which the first norm leaves alone.
    """
    d, T = 8, 6
    bits = torch.tensor(draw.permutation(16)[:T])[:, None] >> torch.arange(4) & 1  # (T,4), all different
    p = 2.0 * bits.double() - 1
    eye = torch.eye(d, dtype=torch.float64)
    block = world.new(ENTRY, d, 2)
    shapes = {key: tuple(value.shape) for key, value in world.reference_state(ENTRY, (d, 2)).items()}
    weights = {key: draw.normal(*shape, scale=1 / math.sqrt(shape[-1])) for key, shape in sorted(shapes.items())}
    qkv = torch.cat([30 * eye, 30 * eye, draw.integers(-2, 3, d, d).double()])
    weights |= {"ln1.weight": draw.floating(torch.ones(d)), "ln1.bias": draw.floating(torch.zeros(d))}
    weights |= {"attn.qkv.weight": draw.floating(qkv), "attn.qkv.bias": draw.floating(torch.zeros(3 * d))}
    world.load(block, weights)
    yield "result", world.call(block, draw.floating(torch.cat([p, -p], dim=-1))[None], torch.ones(T, T).long())


def large_scores_hidden(world: World, draw: Draw) -> Iterator[Observation]:
    """No token sees itself, the score of 45,000; the scores of others fall in steps of 22,500 to -45,000, and most tokens
    see negative ones alone. No two that are seen together are alike.

    Each token is a sign pattern, one sign further from the first than the token before.
    """
    d, T = 8, 5
    p = torch.where(torch.arange(4) < torch.arange(T)[:, None], -1.0, 1.0)[:, draw.permutation(4)]
    p = p * (2.0 * draw.booleans(4) - 1)  # (T,4)
    eye = torch.eye(d, dtype=torch.float64)
    block = world.new(ENTRY, d, 2)
    shapes = {key: tuple(value.shape) for key, value in world.reference_state(ENTRY, (d, 2)).items()}
    weights = {key: draw.normal(*shape, scale=1 / math.sqrt(shape[-1])) for key, shape in sorted(shapes.items())}
    qkv = torch.cat([150 * eye, 150 * eye, draw.integers(-2, 3, d, d).double()])
    weights |= {"ln1.weight": draw.floating(torch.ones(d)), "ln1.bias": draw.floating(torch.zeros(d))}
    weights |= {"attn.qkv.weight": draw.floating(qkv), "attn.qkv.bias": draw.floating(torch.zeros(3 * d))}
    world.load(block, weights)
    mask = torch.tensor([[0, 0, 0, 1, 1], [0, 0, 0, 0, 1], [1, 0, 0, 0, 0], [1, 0, 0, 0, 0], [1, 1, 0, 0, 0]])
    yield "result", world.call(block, draw.floating(torch.cat([p, -p], dim=-1))[None], mask)


def cases(draw: Draw) -> Iterator[Scenario]:
    yield module_case("one head, two tokens", ENTRY, (4, 1), lambda d: d.normal(1, 2, 4), lambda d: causal(2))
    yield module_case("causal mask, three heads", ENTRY, (12, 3), lambda d: d.normal(2, 5, 12), lambda d: causal(5))
    yield module_case(
        "everything visible, more heads than channels in a head",
        ENTRY,
        (8, 4),
        lambda d: d.normal(3, 6, 8),
        mask=lambda d: torch.ones(6, 6, dtype=torch.bool),
    )
    yield module_case(
        "mask of ones and zeros for padding", ENTRY, (6, 3), lambda d: d.normal(2, 5, 6), lambda d: padding()
    )
    yield module_case(
        "mask for each sample, as many samples as heads",
        ENTRY,
        (6, 3),
        lambda d: d.normal(3, 4, 6),
        lambda d: visible(d, 3, 1, 4, 4),
    )
    yield module_case(
        "mask for each head, in evaluation",
        ENTRY,
        (6, 2),
        lambda d: d.normal(3, 4, 6),
        mask=lambda d: visible(d, 3, 2, 4, 4),
        in_mode="eval",
    )
    yield module_case(
        "wide activations far from zero",
        ENTRY,
        (6, 2),
        lambda d: d.normal(2, 3, 6, mean=5.0, scale=4.0),
        lambda d: causal(3).long(),
    )
    yield module_case(
        "float mask, as many samples as tokens",
        ENTRY,
        (6, 2),
        lambda d: d.normal(3, 3, 6),
        lambda d: visible(d, 3, 3).float(),
    )
    yield Scenario("large scores", large_scores)
    yield Scenario("large scores, the largest hidden", large_scores_hidden)


PROBLEM = Problem(
    id="gpt-block",
    entries=(GPTBlock,),
    cases=cases,
)

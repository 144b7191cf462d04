"""How answers to `multi-head-attention` are judged."""

from collections.abc import Iterator
from functools import partial

import torch
from torch import Tensor

from reference_impls.problem import GRADIENT, Draw, Law, Observation, Problem, Scenario, World, expect, module_case
from reference_impls.transformers.multi_head_attention.reference import MultiHeadAttention

ENTRY = "MultiHeadAttention"


def visible(draw: Draw, *shape: int) -> Tensor:
    """A random mask in which every token sees at least itself."""
    return draw.booleans(*shape, p=0.5) | torch.eye(shape[-1], dtype=torch.bool)


def causal(_: Draw) -> Tensor:
    """The mask of five tokens that see themselves and the past."""
    return torch.ones(5, 5, dtype=torch.bool).tril()


def padding(_: Draw) -> Tensor:
    """Zeros and ones: the keys of two sequences of lengths 3 and 5."""
    return (torch.arange(5) < torch.tensor([3, 5])[:, None]).long()[:, None, None, :]


def large_scores(world: World, draw: Draw, *, hide: bool = False) -> Iterator[Observation]:
    """Scores up to 1800, the two best of a row at least 200 apart: one key wins in any arithmetic.

    hide: whether each token is twelve times as long and sees those alone that point away from it: scores of -28,800 and
    below, beside hidden ones of as much and more.
    """
    D, T = 8, 6
    built = world.new(ENTRY, D, 2)
    eye = torch.eye(D, dtype=torch.float64)
    qkv = torch.cat([eye, eye, torch.zeros(D, D)]).to(torch.float64)
    qkv[2 * D :] = torch.randint(-2, 3, (D, D), generator=torch.Generator().manual_seed(draw.integer(0, 10**6)))
    weights = {"qkv.weight": draw.floating(qkv), "qkv.bias": draw.floating(torch.zeros(3 * D))}
    world.load(built, {**weights, "out.weight": draw.normal(D, D), "out.bias": draw.normal(D)})
    sizes = torch.tensor([[-30.0, -20.0, -10.0, 10.0, 20.0, 30.0][i] for i in draw.permutation(T)]) * (
        12 if hide else 1
    )
    signs = 2.0 * draw.booleans(D) - 1
    x = draw.floating(sizes[:, None] * signs)[None]
    mask = (sizes[:, None] * sizes < 0,) if hide else ()
    yield "result", world.call(built, x, *mask)
    _, gradients = world.gradients(built, x, *mask, cotangents=[draw.normal(1, T, D)])
    of_v = gradients.get("param.qkv.weight")  # what q and k get is the rounding of weights of 0 and 1
    yield f"{GRADIENT}the rows of v in qkv.weight", of_v[2 * D :] if isinstance(of_v, Tensor) else None
    yield f"{GRADIENT}param.out.weight", gradients.get("param.out.weight")


def cases(draw: Draw) -> Iterator[Scenario]:
    yield module_case("two heads, two tokens", ENTRY, (4, 2), lambda d: d.normal(1, 2, 4))
    yield module_case("batch, three heads of width four", ENTRY, (12, 3), lambda d: d.normal(2, 5, 12))
    yield module_case("more heads than channels in a head", ENTRY, (8, 4), lambda d: d.normal(3, 6, 8))
    yield module_case("one head", ENTRY, (6, 1), lambda d: d.normal(2, 4, 6))
    yield module_case("causal mask", ENTRY, (12, 3), lambda d: d.normal(2, 5, 12), mask=causal)
    yield module_case("mask of ones and zeros for padding", ENTRY, (6, 3), lambda d: d.normal(2, 5, 6), mask=padding)
    yield module_case(
        "mask for each sample, as many samples as heads",
        ENTRY,
        (6, 3),
        lambda d: d.normal(3, 4, 6),
        mask=lambda d: visible(d, 3, 1, 4, 4),
    )
    yield module_case(
        "mask for each head, given by position, in evaluation",
        ENTRY,
        (6, 2),
        lambda d: d.normal(3, 4, 6),
        lambda d: visible(d, 3, 2, 4, 4),
        in_mode="eval",
    )
    yield module_case(
        "mask of three axes, as many samples as heads",
        ENTRY,
        (6, 3),
        lambda d: d.normal(3, 4, 6),
        mask=lambda d: visible(d, 3, 4, 4),
    )
    yield module_case(
        "float mask, as many samples as tokens",
        ENTRY,
        (6, 2),
        lambda d: d.normal(3, 3, 6),
        mask=lambda d: visible(d, 3, 3).float(),
    )
    yield Scenario("large scores", large_scores)
    yield Scenario("large scores, the largest hidden", partial(large_scores, hide=True))


def attention_is_written_out(world: World, draw: Draw) -> None:
    ran = world.trace(world.new(ENTRY, 4, 2), draw.normal(1, 3, 4)).operators
    fused = sorted(name for name in ran if "scaled_dot_product" in name or "multi_head_attention" in name)
    expect(not fused, f"write the attention out; your code runs {', '.join(fused)}", "fused")


def odd_widths_are_refused(world: World, _: Draw) -> None:
    for d_model, n_heads in ((10, 4), (2, 4)):
        raised = (world.raised(ENTRY, d_model, n_heads) or "").split("<")
        message = f"MultiHeadAttention({d_model}, {n_heads}) has to raise AssertionError or ValueError"
        expect("AssertionError" in raised or "ValueError" in raised, message, "not-refused")


PROBLEM = Problem(
    id="multi-head-attention",
    entries=(MultiHeadAttention,),
    cases=cases,
    laws=(
        Law("d_model that n_heads does not divide is refused", odd_widths_are_refused),
        Law("the attention is written out", attention_is_written_out),
    ),
)

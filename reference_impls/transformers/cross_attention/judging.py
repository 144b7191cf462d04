"""How answers to `cross-attention` are judged."""

from collections.abc import Callable, Iterator
from functools import partial

import torch
from torch import Tensor

from reference_impls.problem import GRADIENT, Draw, Law, Observation, Problem, Scenario, World, expect, module_case
from reference_impls.transformers.cross_attention.reference import CrossAttention

ENTRY = "CrossAttention"


def visible(draw: Draw, *shape: int) -> Tensor:
    """A random mask in which every query keeps at least one key, which is not always the same."""
    mask = draw.booleans(*shape, p=0.5)
    kept = draw.integers(0, shape[-1], *shape[:-1])[..., None]
    return mask.scatter(-1, kept, torch.ones_like(mask))


def padding(_: Draw) -> Tensor:
    """Zeros and ones: the keys of two contexts of lengths 3 and 7."""
    return (torch.arange(7) < torch.tensor([3, 7])[:, None]).long()[:, None, None, :]


def sequences(B: int, T: int, D: int, S: int, C: int) -> tuple[Callable[[Draw], Tensor], Callable[[Draw], Tensor]]:
    """What makes x (B,T,D) and the context (B,S,C)."""
    return lambda d: d.normal(B, T, D), lambda d: d.normal(B, S, C)


def large_scores(world: World, draw: Draw, *, hide: bool = False) -> Iterator[Observation]:
    """Scores up to 1800, the two best of a row at least 200 apart: one key wins in any arithmetic.

    hide: whether each query is sixty times as long and sees those keys alone that point away from it: scores of -12,000
    and below, beside hidden ones of as much and more.
    """
    D, T, S = 8, 4, 6
    built = world.new(ENTRY, D, D, 2)
    eye, none = torch.eye(D, dtype=torch.float64), draw.floating(torch.zeros(D))
    weights = {f"{name}.weight": draw.floating(eye) for name in ("q", "k")}
    weights |= {"v.weight": draw.floating(draw.integers(-2, 3, D, D)), "out.weight": draw.normal(D, D)}
    world.load(built, {**weights, "q.bias": none, "k.bias": none, "v.bias": none, "out.bias": draw.normal(D)})
    sizes = torch.tensor([-30.0, -20.0, -10.0, 10.0, 20.0, 30.0])
    signs = 2.0 * draw.booleans(D) - 1
    keys = sizes[draw.permutation(S)]
    queries = sizes[draw.permutation(S)[:T]] * (60 if hide else 1)
    x, context = draw.floating(queries[:, None] * signs)[None], draw.floating(keys[:, None] * signs)[None]
    mask = (queries[:, None] * keys < 0,) if hide else ()
    yield "result", world.call(built, x, context, *mask)
    _, gradients = world.gradients(built, x, context, *mask, cotangents=[draw.normal(1, T, D)])
    # what q and k get is the rounding of weights of 0 and 1
    for name in ("v.weight", "v.bias", "out.weight", "out.bias"):
        yield f"{GRADIENT}param.{name}", gradients.get(f"param.{name}")


def cases(_: Draw) -> Iterator[Scenario]:
    yield module_case("two heads, two queries, three keys", ENTRY, (4, 6, 2), *sequences(1, 2, 4, 3, 6))
    yield module_case("batch, three heads of width four", ENTRY, (12, 10, 3), *sequences(2, 5, 12, 7, 10))
    yield module_case("context wider than x, more queries than keys", ENTRY, (8, 14, 4), *sequences(3, 6, 8, 5, 14))
    yield module_case("one head, context as wide as x", ENTRY, (6, 6, 1), *sequences(2, 4, 6, 3, 6))
    yield module_case("as many keys as queries", ENTRY, (6, 4, 2), *sequences(2, 5, 6, 5, 4))
    yield module_case("one query, heads of width one", ENTRY, (3, 5, 3), *sequences(2, 1, 3, 4, 5))
    yield module_case("one key", ENTRY, (6, 5, 2), *sequences(2, 4, 6, 1, 5))
    yield module_case("mask of ones and zeros for padding", ENTRY, (6, 5, 3), *sequences(2, 4, 6, 7, 5), mask=padding)
    yield module_case(
        "mask for each sample, as many samples as heads",
        ENTRY,
        (6, 5, 3),
        *sequences(3, 4, 6, 5, 5),
        mask=lambda d: visible(d, 3, 1, 4, 5),
    )
    yield module_case(
        "mask for each head, given by position, in evaluation",
        ENTRY,
        (6, 9, 2),
        *sequences(3, 4, 6, 5, 9),
        lambda d: visible(d, 3, 2, 4, 5),
        in_mode="eval",
    )
    yield module_case(
        "mask of three axes, as many samples as heads",
        ENTRY,
        (6, 4, 3),
        *sequences(3, 4, 6, 5, 4),
        mask=lambda d: visible(d, 3, 4, 5),
    )
    yield module_case(
        "float mask, as many samples as queries",
        ENTRY,
        (6, 4, 2),
        *sequences(3, 3, 6, 5, 4),
        mask=lambda d: visible(d, 3, 5).float(),
    )
    yield module_case(
        "square mask, as many keys as queries",
        ENTRY,
        (8, 6, 2),
        *sequences(2, 5, 8, 5, 6),
        mask=lambda d: visible(d, 5, 5),
    )
    yield Scenario("large scores", large_scores)
    yield Scenario("large scores, the largest hidden", partial(large_scores, hide=True))


def attention_is_written_out(world: World, draw: Draw) -> None:
    ran = world.trace(world.new(ENTRY, 4, 6, 2), draw.normal(1, 3, 4), draw.normal(1, 2, 6)).operators
    fused = sorted(name for name in ran if "scaled_dot_product" in name or "multi_head_attention" in name)
    expect(not fused, f"write the attention out; your code runs {', '.join(fused)}", "fused")


def odd_widths_are_refused(world: World, _: Draw) -> None:
    for d_model, d_context, n_heads in ((10, 8, 4), (2, 4, 4)):
        raised = world.raised(ENTRY, d_model, d_context, n_heads)
        message = f"CrossAttention({d_model}, {d_context}, {n_heads}) has to raise: the heads do not divide d_model"
        expect(raised is not None, message, "not-refused")


PROBLEM = Problem(
    id="cross-attention",
    entries=(CrossAttention,),
    cases=cases,
    laws=(
        Law("d_model that n_heads does not divide is refused", odd_widths_are_refused),
        Law("the attention is written out", attention_is_written_out),
    ),
)

"""How answers to `kv-cache-decode` are judged."""

from collections.abc import Iterator
from typing import Any

import torch
from torch import Tensor

from reference_impls.problem import Case, Draw, Observation, Problem, Scenario, World, expect
from reference_impls.transformers.kv_cache_decode.reference import Cache, decode_step

ENTRY = "decode_step"


def tokens(draw: Draw, *, B: int, H: int, t: int, d: int) -> tuple[Tensor, Tensor, Tensor]:
    """Gaussian queries, keys and values of t new tokens."""
    return draw.normal(B, H, t, d), draw.normal(B, H, t, d), draw.normal(B, H, t, d)


def cached(draw: Draw, *, B: int, H: int, S: int, d: int) -> Cache:
    """The keys and values of S earlier tokens."""
    return draw.normal(B, H, S, d), draw.normal(B, H, S, d)


def far_apart(draw: Draw, t: int, S: int) -> tuple[Tensor, Tensor, Tensor, Cache]:
    """Scores in the hundreds, both signs, the two best of a row at least 200 apart: one key wins in any arithmetic.

    All products are small integers, so that float32 has every score exactly.
    """
    direction = 2.0 * draw.booleans(4).double() - 1
    a = torch.tensor([[10.0, -15.0, 20.0, -10.0][i % 4] for i in range(t)], dtype=torch.float64)
    b = 10 * (torch.tensor([draw.permutation(S + t) for _ in range(2)], dtype=torch.float64) - (S + t) // 2)
    q = (a[:, None] * direction).expand(1, 2, t, 4)
    k, v = draw.floating((b[..., None] * direction)[None]), draw.normal(1, 2, S + t, 4)  # the score is 2 a b
    return draw.floating(q), k[:, :, S:].clone(), v[:, :, S:].clone(), (k[:, :, :S].clone(), v[:, :, :S].clone())


def out_and_cache(result: Any) -> tuple[Any, Any]:
    """The two values of a step. Raises: Broken if there are not two."""
    two = isinstance(result, tuple | list) and len(result) == 2
    expect(two, "return two values, (out, cache)", "two-values")
    return result[0], result[1]


def a_sequence_in_chunks(world: World, draw: Draw) -> Iterator[Observation]:
    """Eleven tokens, each step with the cache that the step before returned."""
    q, k, v = tokens(draw, B=2, H=3, t=11, d=4)
    cache, start = None, 0
    for t in (3, 1, 1, 4, 2):
        new = slice(start, start + t)
        out, cache = out_and_cache(
            world.call(ENTRY, q[:, :, new].clone(), k[:, :, new].clone(), v[:, :, new].clone(), cache)
        )
        start += t
        yield f"out of {t} tokens after {start - t}", out
        yield f"cache after {start} tokens", cache


def two_continuations(world: World, draw: Draw) -> Iterator[Observation]:
    """One cache serves two branches, as in a beam search; a third run shares nothing with them."""
    prompt = world.new(ENTRY, *tokens(draw, B=2, H=2, t=4, d=3), None)
    out_and_cache(world.value(prompt))
    kept = world.new((prompt, "__getitem__"), 1)  # the very tensors that came back, not copies of them
    kept_branches = []
    for branch in ("first", "second"):
        kept_branches.append(world.new(ENTRY, *tokens(draw, B=2, H=2, t=2, d=3), kept))
        out, longer = out_and_cache(world.value(kept_branches[-1]))
        yield f"out of the {branch} branch", out
        yield f"cache of the {branch} branch", longer
    yield "cache of the first branch after the second", out_and_cache(world.value(kept_branches[0]))[1]
    yield "the common cache afterwards", world.value(kept)
    yield "a new sequence", world.call(ENTRY, *tokens(draw, B=2, H=2, t=3, d=3), None)


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    yield Case("one token after two", (*tokens(draw, B=1, H=1, t=1, d=3), cached(draw, B=1, H=1, S=2, d=3)))
    yield Case("a first token, no cache", (*tokens(draw, B=2, H=1, t=1, d=4), None))
    yield Case("a prompt of four tokens, no cache", (*tokens(draw, B=2, H=3, t=4, d=5), None))
    yield Case("decoding step, batch and heads", (*tokens(draw, B=2, H=3, t=1, d=6), cached(draw, B=2, H=3, S=7, d=6)))
    yield Case("three tokens after five", (*tokens(draw, B=3, H=2, t=3, d=4), cached(draw, B=3, H=2, S=5, d=4)))
    yield Case("five tokens after one", (*tokens(draw, B=1, H=4, t=5, d=3), cached(draw, B=1, H=4, S=1, d=3)))
    yield Case("all sizes alike", (*tokens(draw, B=3, H=3, t=3, d=3), cached(draw, B=3, H=3, S=3, d=3)))
    yield Case("large scores", far_apart(draw, 3, 4))
    yield Case("scores of -1e4 before larger ones", far_below(draw, 4, 2))
    yield Scenario("a sequence in chunks", a_sequence_in_chunks)
    yield Scenario("two continuations of one cache", two_continuations)


def far_below(draw: Draw, t: int, S: int) -> tuple[Tensor, Tensor, Tensor, Cache]:
    """Visible scores of -1e4 and, a thousand apart, below; 6000 and more in the future: a fill has to be far below all of them,
    and what is added to them far more than between them. One visible key wins in any arithmetic.
    """
    direction = 2.0 * draw.booleans(4).double() - 1
    b = torch.cat([-50.0 - 5.0 * torch.arange(S + 1), torch.arange(t - 1) * 3.0 + 30.0]).expand(2, S + t)  # (H,S+t)
    q = (100 * direction).expand(1, 2, t, 4)
    k = (b[..., None] * direction)[None]  # the score is 200 b
    v, cached_v = draw.normal(1, 2, t, 4), draw.normal(1, 2, S, 4)
    return draw.floating(q), draw.floating(k[:, :, S:]), v, (draw.floating(k[:, :, :S]), cached_v)


PROBLEM = Problem(
    id="kv-cache-decode",
    entries=(decode_step,),
    cases=cases,
    grad=False,
)

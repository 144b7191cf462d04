"""Incremental attention with a cache of keys and values (Shazeer 2019, arXiv:1911.02150, section 2.4).

    K ← [K; k_new],  V ← [V; v_new],  out = softmax(q Kᵀ / √d + causal) V

In causal attention a token's keys and values do not depend on what comes later, so they are computed once and kept; the
queries of earlier tokens are never needed again. A step of t tokens after S cached ones costs t (S + t) scores in place of
(S + t)². The t queries are the last positions, so the triangle is aligned at the bottom right: with t = 1 nothing is
hidden, and any chunking of a sequence gives what one call over all of it gives.

Shapes: q, k_new, v_new (B,H,t,d); cache None or (k, v), each (B,H,S,d).
Returns: out (B,H,t,d) and the new cache, (k, v) of (B,H,S+t,d); the old one stays as it was.
"""

import math
from collections.abc import Iterator
from typing import Any

import torch
from torch import Tensor

from reference_impls.problem import Case, Draw, FunctionSlip, Observation, Problem, Scenario, Slip, World, expect

Cache = tuple[Tensor, Tensor]


def decode_step(q: Tensor, k_new: Tensor, v_new: Tensor, cache: Cache | None) -> tuple[Tensor, Cache]:
    """Append the new keys and values, then attend causally to all of them."""
    k, v = k_new, v_new
    if cache is not None:
        k = torch.cat([cache[0], k_new], dim=2)  # (B,H,S+t,d)
        v = torch.cat([cache[1], v_new], dim=2)
    t, total = q.shape[2], k.shape[2]
    scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])  # (B,H,t,S+t)
    visible = torch.ones(t, total, dtype=torch.bool, device=q.device).tril(diagonal=total - t)
    scores = scores.masked_fill(~visible, float("-inf"))
    return scores.softmax(dim=-1) @ v, (k, v)


# ----------------------------------------------------------------------------------------------------------------------

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


def new_tokens_only(q: Tensor, k_new: Tensor, v_new: Tensor, cache: Cache | None) -> tuple[Tensor, Cache]:
    """The cache grows, but the new tokens attend to each other alone."""
    k = k_new if cache is None else torch.cat([cache[0], k_new], dim=2)
    v = v_new if cache is None else torch.cat([cache[1], v_new], dim=2)
    scores = q @ k_new.transpose(-2, -1) / math.sqrt(q.shape[-1])
    visible = torch.ones(scores.shape[-2:], dtype=torch.bool).tril()
    return scores.masked_fill(~visible, float("-inf")).softmax(dim=-1) @ v_new, (k, v)


def old_tokens_only(q: Tensor, k_new: Tensor, v_new: Tensor, cache: Cache | None) -> tuple[Tensor, Cache]:
    """The new keys and values are appended after the attention."""
    if cache is None:
        scores = q @ k_new.transpose(-2, -1) / math.sqrt(q.shape[-1])
        visible = torch.ones(scores.shape[-2:], dtype=torch.bool).tril()
        return scores.masked_fill(~visible, float("-inf")).softmax(dim=-1) @ v_new, (k_new, v_new)
    scores = q @ cache[0].transpose(-2, -1) / math.sqrt(q.shape[-1])
    out = scores.softmax(dim=-1) @ cache[1]
    return out, (torch.cat([cache[0], k_new], dim=2), torch.cat([cache[1], v_new], dim=2))


def scaled_keys_cached(q: Tensor, k_new: Tensor, v_new: Tensor, cache: Cache | None) -> tuple[Tensor, Cache]:
    """The new keys carry 1/√d into the cache."""
    k, v = k_new / math.sqrt(q.shape[-1]), v_new
    if cache is not None:
        k, v = torch.cat([cache[0], k], dim=2), torch.cat([cache[1], v], dim=2)
    scores = q @ k.transpose(-2, -1)
    visible = torch.ones(scores.shape[-2:], dtype=torch.bool).tril(diagonal=k.shape[2] - q.shape[2])
    return scores.masked_fill(~visible, float("-inf")).softmax(dim=-1) @ v, (k, v)


def values_first(q: Tensor, k_new: Tensor, v_new: Tensor, cache: Cache | None) -> tuple[Tensor, Cache]:
    """Consistent in itself, but the cache is (v, k)."""
    k = k_new if cache is None else torch.cat([cache[1], k_new], dim=2)
    v = v_new if cache is None else torch.cat([cache[0], v_new], dim=2)
    scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])
    visible = torch.ones(scores.shape[-2:], dtype=torch.bool).tril(diagonal=k.shape[2] - q.shape[2])
    return scores.masked_fill(~visible, float("-inf")).softmax(dim=-1) @ v, (v, k)


def own_token_and_cache(q: Tensor, k_new: Tensor, v_new: Tensor, cache: Cache | None) -> tuple[Tensor, Cache]:
    """Each new token as if it were the only one."""
    k = k_new if cache is None else torch.cat([cache[0], k_new], dim=2)
    v = v_new if cache is None else torch.cat([cache[1], v_new], dim=2)
    scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])
    visible = torch.ones(scores.shape[-2:], dtype=torch.bool)
    visible[:, k.shape[2] - q.shape[2] :] = torch.eye(q.shape[2], dtype=torch.bool)
    return scores.masked_fill(~visible, float("-inf")).softmax(dim=-1) @ v, (k, v)


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
    slips=(
        Slip(
            "top-left",
            "diagonal=total - t",
            "diagonal=0",
            "The triangle is aligned at the top left (as is_causal=True does): a token after S cached ones then sees only the "
            "oldest keys. New token i sees the keys j <= S + i: tril with diagonal S.",
        ),
        Slip(
            "never-masked",
            "~visible",
            "visible & False",
            "Nothing is masked: right for one new token, but in a chunk each token sees the later ones of the chunk.",
        ),
        Slip(
            "masked-without-cache-only",
            "scores = scores.masked_fill",
            "scores = scores if cache is not None else scores.masked_fill",
            "The causal mask is left out as soon as there is a cache: right for one new token, but a chunk of several then "
            "sees its own future.",
        ),
        Slip(
            "diagonal-hidden",
            "diagonal=total - t",
            "diagonal=total - t - 1",
            "A token does not see itself: the diagonal belongs to the visible keys.",
        ),
        Slip(
            "diagonal-hidden-finitely",
            'diagonal=total - t)\n    scores = scores.masked_fill(~visible, float("-inf"))',
            "diagonal=total - t - 1)\n    scores = scores.masked_fill(~visible, -1e9)",
            "A token does not see itself: the diagonal belongs to the visible keys. The finite fill keeps the first token's "
            "empty row from becoming NaN, not from being wrong.",
        ),
        FunctionSlip(
            "new-tokens-only",
            {"decode_step": new_tokens_only},
            "The cache grows but the new tokens attend to each other alone: score the queries against all keys.",
        ),
        FunctionSlip(
            "old-tokens-only",
            {"decode_step": old_tokens_only},
            "The new keys are appended after the attention, so a token does not see itself: append first, then attend.",
        ),
        Slip(
            "prepended",
            "[cache[0], k_new], dim=2)  # (B,H,S+t,d)\n        v = torch.cat([cache[1], v_new], dim=2)",
            "[k_new, cache[0]], dim=2)\n        v = torch.cat([v_new, cache[1]], dim=2)",
            "The new keys and values stand before the cached ones: positions run along the cache, so append at its "
            "end.",
        ),
        Slip(
            "cache-not-extended",
            ", (k, v)\n",
            ", (k_new, v_new) if cache is None else cache\n",
            "The old cache is returned, so the next step does not know of these tokens: return the concatenated k "
            "and v.",
        ),
        Slip(
            "new-part-returned",
            ", (k, v)\n",
            ", (k_new, v_new)\n",
            "The cache that you return holds the new tokens alone: return all keys and values so far.",
        ),
        Slip(
            "cache-swapped",
            ", (k, v)\n",
            ", (v, k)\n",
            "The cache comes back as (v, k); its order is (k, v).",
        ),
        FunctionSlip(
            "scaled-keys-cached",
            {"decode_step": scaled_keys_cached},
            "The keys are scaled before they are appended, so the cache does not hold the keys that it was given: append them "
            "as they came, and scale the queries or the scores.",
        ),
        Slip(
            "out-only",
            "@ v, (k, v)\n",
            "@ v\n",
            "Return two values, (out, cache): without the new cache there is no next step.",
        ),
        Slip(
            "no-scale",
            " / math.sqrt(q.shape[-1])",
            "",
            "Your output is what attention without the factor 1/sqrt(d) gives.",
        ),
        Slip(
            "softmax-over-queries",
            "softmax(dim=-1)",
            "softmax(dim=-2)",
            "The softmax runs over the queries; each query needs a distribution over the keys (the last axis).",
        ),
        Slip(
            "no-maximum",
            "return scores.softmax(dim=-1) @ v, ",
            "weights = scores.float().exp().to(v.dtype)\n    return weights / weights.sum(dim=-1, keepdim=True) @ v, ",
            "exp of a large score overflows: subtract the row's maximum before it, or use softmax.",
        ),
        Slip(
            "one-ahead",
            "diagonal=total - t",
            "diagonal=total - t + 1",
            "A token sees the one after it: tril keeps j - i <= diagonal, so that the diagonal is S, the number of "
            "cached tokens.",
        ),
        Slip(
            "offset-reversed",
            'diagonal=total - t)\n    scores = scores.masked_fill(~visible, float("-inf"))',
            'diagonal=t - total)\n    scores = scores.masked_fill(~visible, float("-inf"))',
            "The diagonal is shifted the wrong way, by -S, which hides nearly everything: tril(diagonal=S).",
        ),
        Slip(
            "top-left-for-a-chunk",
            "diagonal=total - t",
            "diagonal=total - t if t == 1 else 0",
            "A chunk of several tokens gets a triangle that is aligned at the top left (is_causal=True): new token "
            "i sees the keys j <= S + i, so tril with diagonal S.",
        ),
        Slip(
            "mask-inverted",
            "~visible",
            "visible",
            "The mask hides what should be seen: masked_fill hides where the mask is True.",
        ),
        Slip(
            "mask-times-scores",
            'scores.masked_fill(~visible, float("-inf"))',
            "scores * visible",
            "Hidden scores are multiplied by 0, which still gives them a share of exp(0): they have to become -inf.",
        ),
        Slip(
            "mask-after-softmax",
            'scores = scores.masked_fill(~visible, float("-inf"))\n    return scores.softmax(dim=-1)',
            "return (scores.softmax(dim=-1) * visible)",
            "The mask is applied after the softmax, so that the weights of a token no longer sum to 1: mask the "
            "scores.",
        ),
        Slip(
            "keys-kept-as-values",
            "[cache[1], v_new]",
            "[cache[0], v_new]",
            "The new values are appended to the cached keys: cache[1] holds the values.",
        ),
        Slip(
            "cache-read-as-v-k",
            "k = torch.cat([cache[0], k_new], dim=2)  # (B,H,S+t,d)\n        v = torch.cat([cache[1], v_new], dim=2)",
            "k = torch.cat([cache[1], k_new], dim=2)\n        v = torch.cat([cache[0], v_new], dim=2)",
            "The cache is read as (v, k); its order is (k, v).",
        ),
        FunctionSlip(
            "cache-order-v-k",
            {"decode_step": values_first},
            "The cache is read and returned as (v, k); its order is (k, v).",
        ),
        FunctionSlip(
            "chunk-sees-itself-alone",
            {"decode_step": own_token_and_cache},
            "A new token sees the cache and itself, but not the tokens of its chunk before it: these are its past "
            "as well.",
        ),
        Slip(
            "last-token-only",
            "return scores.softmax(dim=-1) @ v, ",
            "return (scores.softmax(dim=-1) @ v)[:, :, -1:], ",
            "Only the last token's output comes back; every new token has one, (B,H,t,d).",
        ),
        Slip("cache-not-a-pair", "@ v, (k, v)\n", "@ v, k, v\n", "Three values come back; return two, (out, (k, v))."),
        Slip(
            "heads-joined",
            "return scores.softmax(dim=-1) @ v, ",
            "return (scores.softmax(dim=-1) @ v).transpose(1, 2).flatten(2), ",
            "The heads are joined to (B,t,H*d); the spec leaves them apart, (B,H,t,d).",
        ),
        Slip(
            "scale-not-rooted",
            "math.sqrt(q.shape[-1])",
            "q.shape[-1]",
            "The scores are divided by d (or by sqrt(d) twice); the scale is 1/sqrt(d).",
        ),
        Slip(
            "mask-times-infinity",
            'scores.masked_fill(~visible, float("-inf"))',
            'scores + (~visible).to(scores.dtype) * float("-inf")',
            "Every output is NaN, as where a mask is multiplied by -inf (0 * -inf is NaN, so the visible scores are spoiled, "
            "too): use masked_fill, or torch.where.",
        ),
        Slip(
            "fill-too-small",
            'float("-inf")',
            "-1e4",
            "The hidden scores are set to a number that is not far enough below the visible ones, which may be as "
            "low: fill with -inf.",
        ),
        Slip(
            "fill-far-too-small",
            'float("-inf")',
            "-100.0",
            "The hidden scores are set to a number that is not far enough below the visible ones, which may be as "
            "low: fill with -inf.",
        ),
        Slip(
            "values-not-kept",
            "@ v, (k, v)\n",
            "@ v, (k, v_new)\n",
            "The cache that you return holds the new values alone, beside all keys: return the longer pair.",
        ),
        Slip(
            "keys-not-kept",
            "@ v, (k, v)\n",
            "@ v, (k_new, v)\n",
            "The cache that you return holds the new keys alone, beside all values: return the longer pair.",
        ),
        Slip(
            "maximum-over-hidden",
            'scores = scores.masked_fill(~visible, float("-inf"))\n    return scores.softmax(dim=-1) @ v',
            "e = (scores - scores.amax(dim=-1, keepdim=True)).float().exp().to(v.dtype) * visible\n"
            "    return e / e.sum(dim=-1, keepdim=True) @ v",
            "The maximum is taken over hidden keys, too: where one of them is far above, all visible ones underflow and the "
            "row is 0/0. Hide the scores first, then subtract the maximum.",
        ),
        Slip(
            "added-fill-too-small",
            'scores.masked_fill(~visible, float("-inf"))',
            "(scores - 1e4 * (~visible).to(scores.dtype))",
            "A number is added to the hidden scores that does not take a large one far enough below the visible ones: fill "
            "with -inf.",
        ),
        Slip(
            "offset-of-heads",
            "diagonal=total - t",
            "diagonal=0 if cache is None else cache[0].shape[1]",
            "The causal mask is shifted by H, as where the length of the cache is read from axis 1: (B,H,S,d) has "
            "it at axis 2, and new token i sees the keys j <= S + i.",
        ),
        Slip(
            "offset-of-batch",
            "diagonal=total - t",
            "diagonal=0 if cache is None else cache[0].shape[0]",
            "The causal mask is shifted by B, as by len(cache[0]): the length of the cache is at axis 2 of "
            "(B,H,S,d), and new token i sees the keys j <= S + i.",
        ),
        Slip(
            "offset-of-width",
            "diagonal=total - t",
            "diagonal=0 if cache is None else cache[0].shape[-1]",
            "The causal mask is shifted by d, as where the length of the cache is read from the last axis: "
            "(B,H,S,d) has it at axis 2, and new token i sees the keys j <= S + i.",
        ),
        Slip(
            "offset-of-two",
            "diagonal=total - t",
            "diagonal=0 if cache is None else len(cache)",
            "The causal mask is shifted by 2, as by len(cache), which counts keys and values: the length is "
            "cache[0].shape[2], and new token i sees the keys j <= S + i.",
        ),
        Slip(
            "keys-scaled-at-every-step",
            "scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])",
            "k = k / math.sqrt(q.shape[-1])\n    scores = q @ k.transpose(-2, -1)",
            "The scaled keys go into the cache, the old ones among them, so that each later step scales these once "
            "more: leave k as it is, and scale the queries or the scores.",
        ),
        Slip(
            "maximum-over-hidden-and-bounded",
            'scores = scores.masked_fill(~visible, float("-inf"))\n    return scores.softmax(dim=-1) @ v',
            "e = (scores - scores.amax(dim=-1, keepdim=True)).float().exp().to(v.dtype) * visible\n"
            "    return e / (e.sum(dim=-1, keepdim=True) + 1e-12) @ v",
            "The maximum is taken over hidden keys, too: where one of them is far above, all visible ones "
            "underflow, and the row's weights are 0, no distribution. Hide the scores first, then subtract the "
            "maximum.",
        ),
        Slip(
            "no-maximum-and-bounded",
            "return scores.softmax(dim=-1) @ v, ",
            "weights = scores.float().exp().to(v.dtype)\n"
            "    return weights / (weights.sum(dim=-1, keepdim=True) + 1e-12) @ v, ",
            "exp of a large score overflows, and a row far below 0 underflows to weights of 0: subtract the row's "
            "maximum before it, or use softmax.",
        ),
        Slip(
            "maximum-of-all-rows",
            "return scores.softmax(dim=-1) @ v, ",
            "e = (scores - scores.max()).float().exp().to(v.dtype)\n    return e / e.sum(dim=-1, keepdim=True) @ v, ",
            "One maximum is subtracted from all rows: a row far below it underflows to 0/0. Subtract each row's own, "
            "amax(dim=-1, keepdim=True).",
        ),
        Slip(
            "maximum-of-all-rows-and-bounded",
            "return scores.softmax(dim=-1) @ v, ",
            "e = (scores - scores.max()).float().exp().to(v.dtype)\n"
            "    return e / (e.sum(dim=-1, keepdim=True) + 1e-12) @ v, ",
            "One maximum is subtracted from all rows: a row far below it underflows to weights of 0. Subtract each row's own, "
            "amax(dim=-1, keepdim=True).",
        ),
        Slip(
            "scale-of-all-heads",
            "math.sqrt(q.shape[-1])",
            "math.sqrt(q.shape[1] * q.shape[-1])",
            "The scale is the root of H * d, the width of all heads together; it is the root of one head's d: "
            "sqrt(q.shape[-1]).",
        ),
        Slip(
            "scale-by-number-of-keys",
            "math.sqrt(q.shape[-1])",
            "math.sqrt(total)",
            "The scale is the root of the number of keys; it is the root of the width d of a query: sqrt(q.shape[-1]).",
        ),
    ),
)

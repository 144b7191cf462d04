"""Causal self-attention, also with a cache of earlier keys (Vaswani et al. 2017, arXiv:1706.03762, section 3.2.3).

    out_i = Σ_{j ≤ i + S - T} softmax_j(q_i · k_j / √d) v_j

The T queries are the last T of S positions, so the triangle of visible pairs is aligned at the bottom right: the last
query sees every key, and with T = 1 (one decoding step) nothing is masked. The diagonal is visible: without it the
first of T = S queries would have no key at all, and a softmax over nothing is NaN.

Shapes: q (B,H,T,d), k (B,H,S,d), v (B,H,S,dv), T <= S.
Returns: out (B,H,T,dv).
"""

import math
from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.problem import Case, Draw, FunctionSlip, Law, Problem, Slip, World, expect, expect_close


def causal_attention(q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    """Query i attends to the keys j <= i + S - T."""
    T, S = q.shape[-2], k.shape[-2]
    scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])  # (B,H,T,S)
    visible = torch.ones(T, S, dtype=torch.bool, device=q.device).tril(diagonal=S - T)
    scores = scores.masked_fill(~visible, float("-inf"))
    return scores.softmax(dim=-1) @ v


# ----------------------------------------------------------------------------------------------------------------------


def inputs(draw: Draw, *, B: int, H: int, T: int, S: int, d: int, dv: int) -> tuple[Tensor, Tensor, Tensor]:
    """Gaussian queries, keys and values."""
    return draw.normal(B, H, T, d), draw.normal(B, H, S, d), draw.normal(B, H, S, dv)


def far_apart(draw: Draw, T: int, S: int) -> tuple[Tensor, Tensor, Tensor]:
    """Scores up to 1600, both signs, the two best of a row at least 200 apart: one key wins in any arithmetic.

    All products are small integers, so that float32 has every score exactly.
    """
    direction = 2.0 * draw.booleans(4).double() - 1
    a = torch.tensor([[10.0, -15.0, 20.0, -10.0][i % 4] for i in range(T)], dtype=torch.float64)
    b = 10 * (torch.tensor([draw.permutation(S) for _ in range(2)], dtype=torch.float64) - S // 2)  # (H,S)
    q = (a[:, None] * direction).expand(1, 2, T, 4)
    k = (b[..., None] * direction)[None]  # score = 2 a b
    return draw.floating(q), draw.floating(k), draw.normal(1, 2, S, 3)


def far_below(draw: Draw, T: int, S: int) -> tuple[Tensor, Tensor, Tensor]:
    """Visible scores of -1e4 and, a thousand apart, below; 6000 and more in the future: a fill has to be far below all of them,
    and what is added to them far more than between them. One visible key wins in any arithmetic.
    """
    direction = 2.0 * draw.booleans(4).double() - 1
    future = torch.arange(S) > S - T
    b = torch.where(future, torch.arange(S) * 3.0 + 30.0, -50.0 - 5.0 * torch.arange(S)).expand(2, S)  # (H,S)
    q = (100 * direction).expand(1, 2, T, 4)
    k = (b[..., None] * direction)[None]  # the score is 200 b
    return draw.floating(q), draw.floating(k), draw.normal(1, 2, S, 3)


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("two tokens, one head", inputs(draw, B=1, H=1, T=2, S=2, d=3, dv=2))
    yield Case("one token", inputs(draw, B=2, H=1, T=1, S=1, d=4, dv=3))
    yield Case("batch and heads, d != dv", inputs(draw, B=2, H=3, T=5, S=5, d=8, dv=6))
    yield Case("three queries after four cached keys", inputs(draw, B=2, H=3, T=3, S=7, d=4, dv=5))
    yield Case("one cached key", inputs(draw, B=3, H=2, T=5, S=6, d=6, dv=4))
    yield Case("decoding step, one query and six keys", inputs(draw, B=2, H=4, T=1, S=6, d=5, dv=3))
    yield Case("as many heads as tokens and channels", inputs(draw, B=4, H=4, T=4, S=4, d=4, dv=4))
    yield Case("seventy keys", inputs(draw, B=1, H=2, T=3, S=70, d=4, dv=2))
    long = inputs(draw, B=1, H=1, T=70, S=70, d=2, dv=2)
    yield Case("seventy queries", long, dtypes=(torch.float32,), grad=False)
    q, k, v = inputs(draw, B=1, H=2, T=4, S=5, d=3, dv=2)
    q[:, :, 1] = 0  # its scores are 0, as what is multiplied by a mask would be
    yield Case("a query of zeros", (q, k, v), constant=("q",))
    yield Case("large scores", far_apart(draw, 6, 6), constant=("q", "k"))
    yield Case("large scores with cached keys", far_apart(draw, 4, 9), constant=("q", "k"))
    yield Case("scores of -1e4 before larger ones", far_below(draw, 4, 6), constant=("q", "k"))


def later_keys_do_not_matter(world: World, draw: Draw) -> None:
    q, k, v = inputs(draw, B=2, H=2, T=4, S=6, d=4, dv=3)
    other_k, other_v = k.clone(), v.clone()
    other_k[..., 4:, :], other_v[..., 4:, :] = draw.normal(2, 2, 2, 4), draw.normal(2, 2, 2, 3)
    before, after = world.call("causal_attention", q, k, v), world.call("causal_attention", q, other_k, other_v)
    expect(getattr(after, "shape", None) == (2, 2, 4, 3), "the result is one array of shape (B,H,T,dv)", "shape")
    early = torch.as_tensor(before)[..., :2, :]
    expect_close(after[..., :2, :], early, "keys 4 and 5 of 6 change the outputs of queries 0 and 1 of 4", "leak")


def last_keys_alone(q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    T = q.shape[-2]
    scores = q @ k[..., -T:, :].transpose(-2, -1) / math.sqrt(q.shape[-1])
    scores = scores.masked_fill(torch.ones(T, T).tril() == 0, float("-inf"))
    return scores.softmax(dim=-1) @ v[..., -T:, :]


PROBLEM = Problem(
    id="causal-attention",
    entries=(causal_attention,),
    cases=cases,
    laws=(Law("later keys do not matter", later_keys_do_not_matter),),
    slips=(
        Slip(
            "top-left",
            "diagonal=S - T",
            "diagonal=0",
            "The triangle is aligned at the top left. The queries are the last T of S positions: query i sees the keys "
            "j <= i + S - T, so tril needs diagonal=S-T.",
        ),
        Slip(
            "diagonal-hidden",
            "diagonal=S - T",
            "diagonal=S - T - 1",
            "A query does not see its own position: the diagonal belongs to the visible keys (without it the first "
            "row is empty when T = S, and NaN).",
        ),
        Slip(
            "diagonal-hidden-finite",
            'tril(diagonal=S - T)\n    scores = scores.masked_fill(~visible, float("-inf"))',
            "tril(diagonal=S - T - 1)\n    scores = scores.masked_fill(~visible, -1e9)",
            "A query does not see its own position: the diagonal belongs to the visible keys (without it the first row is "
            "empty when T = S, and a finite fill spreads it over all keys).",
        ),
        Slip(
            "sees-the-next",
            "diagonal=S - T",
            "diagonal=S - T + 1",
            "Each query sees one key of the future: the last visible key is j = i + S - T.",
        ),
        Slip(
            "sees-the-future",
            "tril(diagonal",
            "triu(diagonal",
            "The triangle is the other one: each query sees itself and the future, where it should see the past.",
        ),
        Slip(
            "mask-inverted",
            "~visible",
            "visible",
            "The visible scores are set to -inf and the hidden ones kept; it is the entries above the diagonal that "
            "get -inf.",
        ),
        Slip("mask-ignored", "~visible", "visible & False", "Nothing is masked: the output is that of full attention."),
        Slip(
            "mask-multiplied",
            'scores.masked_fill(~visible, float("-inf"))',
            "scores * visible",
            "The mask multiplies the scores: a score of 0 still gets weight exp(0) = 1. Fill with -inf.",
        ),
        Slip(
            "mask-after-softmax",
            'scores.masked_fill(~visible, float("-inf"))\n    return scores.softmax(dim=-1) @ v',
            "scores.softmax(dim=-1)\n    return (scores * visible) @ v",
            "The mask is applied after the softmax, so the rows no longer sum to 1: mask the scores before it.",
        ),
        Slip(
            "no-maximum",
            "return scores.softmax(dim=-1) @ v",
            "weights = scores.float().exp().to(v.dtype)\n    return weights / weights.sum(dim=-1, keepdim=True) @ v",
            "exp of a large score overflows: subtract the row's maximum before it, or use softmax.",
        ),
        Slip(
            "no-scale",
            " / math.sqrt(q.shape[-1])",
            "",
            "Your output is what attention without the factor 1/sqrt(d) gives.",
        ),
        Slip(
            "returns-weights-too",
            "return scores.softmax(dim=-1) @ v",
            "return scores.softmax(dim=-1) @ v, scores.softmax(dim=-1)",
            "The output alone is asked for; you return the attention weights with it.",
        ),
        Slip(
            "mask-times-infinity",
            'scores.masked_fill(~visible, float("-inf"))',
            'scores + (~visible).to(scores.dtype) * float("-inf")',
            "0 * -inf is NaN: a mask that is multiplied by -inf spoils the visible scores, too. Use masked_fill, or "
            "torch.where.",
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
            "fill-of-a-thousand",
            'float("-inf")',
            "-1e3",
            "The hidden scores are set to a number that is not far enough below the visible ones, which may be as "
            "low: fill with -inf.",
        ),
        Slip(
            "offset-reversed",
            "diagonal=S - T",
            "diagonal=T - S",
            "The triangle is shifted the wrong way: query i sees the keys j <= i + S - T, so the diagonal is S - T, "
            "not T - S.",
        ),
        Slip(
            "scale-by-d",
            "math.sqrt(q.shape[-1])",
            "q.shape[-1]",
            "The scores are divided by d instead of sqrt(d).",
        ),
        Slip(
            "scale-by-dv",
            "math.sqrt(q.shape[-1])",
            "math.sqrt(v.shape[-1])",
            "The scale uses the width of v; it belongs to q and k: sqrt(d).",
        ),
        Slip(
            "scale-multiplied",
            " / math.sqrt(q.shape[-1])",
            " * math.sqrt(q.shape[-1])",
            "The scores are multiplied by sqrt(d): divide by it, so that their variance stays near 1.",
        ),
        Slip(
            "softmax-over-queries",
            "softmax(dim=-1)",
            "softmax(dim=-2)",
            "The softmax runs over the queries; each query needs a distribution over the keys (the last axis).",
        ),
        FunctionSlip(
            "last-keys-alone",
            {"causal_attention": last_keys_alone},
            "The earlier keys are cut off, so that queries see the last T keys alone: the cached ones before them "
            "are visible to all.",
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
            "maximum-over-hidden-guarded",
            'scores = scores.masked_fill(~visible, float("-inf"))\n    return scores.softmax(dim=-1) @ v',
            "e = (scores - scores.amax(dim=-1, keepdim=True)).float().exp().to(v.dtype) * visible\n"
            "    return e / e.sum(dim=-1, keepdim=True).clamp_min(1e-20) @ v",
            "The maximum is taken over hidden keys, too: where one of them is far above, all visible ones underflow, and what "
            "guards the division leaves a row of zeros. Hide the scores first, then subtract the maximum.",
        ),
        Slip(
            "maximum-of-all-rows",
            "return scores.softmax(dim=-1) @ v",
            "e = (scores - scores.max()).float().exp().to(v.dtype)\n    return e / e.sum(dim=-1, keepdim=True) @ v",
            "One maximum is subtracted from all rows: a row far below it underflows to 0/0. Subtract each row's "
            "own, amax(dim=-1, keepdim=True).",
        ),
        Slip(
            "scores-clipped",
            "scores.masked_fill(~visible",
            "scores.clamp(-60.0, 60.0).masked_fill(~visible",
            "The scores are clipped, as to keep exp finite, so that keys beyond the bound share the weight that belongs to the "
            "largest: subtract the row's maximum instead, or use softmax.",
        ),
        Slip(
            "scores-clipped-above",
            "scores.masked_fill(~visible",
            "scores.clamp(max=60.0).masked_fill(~visible",
            "The scores are clipped above, as to keep exp finite, so that keys beyond the bound share the weight that belongs to "
            "the largest: subtract the row's maximum instead, or use softmax.",
        ),
        Slip(
            "masked-only-if-square",
            "diagonal=S - T",
            "diagonal=0 if T == S else S",
            "Nothing is masked unless T = S: with a cache a single query sees all keys, but query i of several sees only "
            "j <= i + S - T.",
        ),
        Slip(
            "zero-scores-hidden",
            "visible = torch.ones(T, S, dtype=torch.bool, device=q.device).tril(diagonal=S - T)\n"
            '    scores = scores.masked_fill(~visible, float("-inf"))',
            'scores = scores.tril(diagonal=S - T)\n    scores = scores.masked_fill(scores == 0, float("-inf"))',
            "Every score of 0 is hidden, as where tril zeroes the future and == 0 finds it again: a visible score may be 0, "
            "too. Make the mask of positions, not of scores.",
        ),
        Slip(
            "zero-scores-hidden-finite",
            "visible = torch.ones(T, S, dtype=torch.bool, device=q.device).tril(diagonal=S - T)\n"
            '    scores = scores.masked_fill(~visible, float("-inf"))',
            "scores = scores.tril(diagonal=S - T)\n    scores = scores.masked_fill(scores == 0, -1e9)",
            "Every score of 0 is hidden, as where tril zeroes the future and == 0 finds it again: a visible score may be 0, "
            "too, and where all are, a finite fill spreads the row over all keys. Make the mask of positions.",
        ),
        Slip(
            "no-maximum-guarded",
            "return scores.softmax(dim=-1) @ v",
            "weights = scores.float().exp().to(v.dtype)\n"
            "    return weights / (weights.sum(dim=-1, keepdim=True) + 1e-12) @ v",
            "exp of a large score overflows, and a row far below 0 underflows to weights of 0, which what guards the division "
            "leaves: subtract the row's maximum before it, or use softmax.",
        ),
        Slip(
            "scale-by-number-of-keys",
            "math.sqrt(q.shape[-1])",
            "math.sqrt(k.shape[-2])",
            "The scale is the root of the number of keys; it is the root of the width d of a query: sqrt(q.shape[-1]).",
        ),
        Slip(
            "scale-by-number-of-heads",
            "math.sqrt(q.shape[-1])",
            "math.sqrt(q.shape[1])",
            "The scale is the root of the number of heads; it is the root of the width d of a query: sqrt(q.shape[-1]).",
        ),
    ),
)

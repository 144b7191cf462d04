"""Grouped-query attention (Ainslie et al. 2023, arXiv:2305.13245, section 2.2).

    out_h = softmax(q_h k_jᵀ / √d) v_j,   j = ⌊h / G⌋,   G = Hq / Hkv

Each key/value head serves G neighbouring query heads: G = 1 is multi-head attention, Hkv = 1 is multi-query attention
(Shazeer 2019, arXiv:1911.02150). The cache and its traffic shrink by G, the scores cost as much as before: the cache keeps
Hkv heads, and they are repeated only here. Causal: the queries are the last T of S positions, the triangle is aligned at
the bottom right.

Shapes: q (B,Hq,T,d), k (B,Hkv,S,d), v (B,Hkv,S,dv); T <= S if causal.
Returns: out (B,Hq,T,dv).
"""

import math
from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.problem import Case, Draw, FunctionSlip, Law, Problem, Slip, World, expect


def grouped_query_attention(q: Tensor, k: Tensor, v: Tensor, causal: bool = False) -> Tensor:
    """Query head h attends with key/value head h // (Hq / Hkv)."""
    T, S = q.shape[-2], k.shape[-2]
    G = q.shape[1] // k.shape[1]
    k = k.repeat_interleave(G, dim=1)  # (B,Hq,S,d): heads 0,0,..,1,1,..
    v = v.repeat_interleave(G, dim=1)  # (B,Hq,S,dv)
    scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])  # (B,Hq,T,S)
    if causal:
        visible = torch.ones(T, S, dtype=torch.bool, device=q.device).tril(diagonal=S - T)
        scores = scores.masked_fill(~visible, float("-inf"))
    return scores.softmax(dim=-1) @ v


# ----------------------------------------------------------------------------------------------------------------------

ENTRY = "grouped_query_attention"


def inputs(draw: Draw, *, B: int, Hq: int, Hkv: int, T: int, S: int, d: int, dv: int) -> tuple[Tensor, Tensor, Tensor]:
    """Gaussian queries, keys and values."""
    return draw.normal(B, Hq, T, d), draw.normal(B, Hkv, S, d), draw.normal(B, Hkv, S, dv)


def far_apart(draw: Draw, T: int, S: int) -> tuple[Tensor, Tensor, Tensor]:
    """Scores up to 1200, both signs, the two best of a row at least 200 apart: one key wins in any arithmetic.

    All products are small integers, so that float32 has every score exactly.
    """
    direction = 2.0 * draw.booleans(4).double() - 1
    a = torch.tensor([[10.0, -15.0, 20.0, -10.0][i % 4] for i in range(T)], dtype=torch.float64)
    b = 10 * (torch.tensor([draw.permutation(S) for _ in range(2)], dtype=torch.float64) - S // 2)  # (Hkv,S)
    q = (a[:, None] * direction).expand(1, 4, T, 4)
    k = (b[..., None] * direction)[None]  # the score is 2 a b
    return draw.floating(q), draw.floating(k), draw.normal(1, 2, S, 3)


def at_different_levels(draw: Draw, T: int, S: int) -> tuple[Tensor, Tensor, Tensor]:
    """All scores of every other head lie 250 above those of its neighbour: a maximum that both share leaves it nothing."""
    q, k = draw.normal(1, 4, T, 4).double(), draw.normal(1, 2, S, 4).double()
    k[..., 0] = 2.0
    q[:, ::2, :, 0], q[:, 1::2, :, 0] = 250.0, 0.0  # the score is q_0 + ...
    return draw.floating(q), draw.floating(k), draw.normal(1, 2, S, 3)


def far_below(draw: Draw, T: int, S: int) -> tuple[Tensor, Tensor, Tensor]:
    """The first query sees -1e4 and, a thousand apart, lower scores, with 6000 and more in its future: a fill has to be far
    below all of them, and what is added to them far more than between them. One visible key wins in any arithmetic.
    """
    direction = 2.0 * draw.booleans(4).double() - 1
    future = torch.arange(S) > S - T
    b = torch.where(future, torch.arange(S) * 3.0 + 30.0, -50.0 - 5.0 * torch.arange(S)).expand(2, S)  # (H,S)
    q = (100 * direction).expand(1, 2, T, 4)
    k = (b[..., None] * direction)[None]  # the score is 200 b
    return draw.floating(q), draw.floating(k), draw.normal(1, 2, S, 3)


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("two groups of two heads", inputs(draw, B=1, Hq=4, Hkv=2, T=2, S=3, d=4, dv=2))
    yield Case("batch, two groups of three, d != dv", inputs(draw, B=3, Hq=6, Hkv=2, T=5, S=7, d=8, dv=4))
    yield Case("three groups of two, more queries than keys", inputs(draw, B=2, Hq=6, Hkv=3, T=5, S=4, d=3, dv=6))
    yield Case("one key/value head (multi-query)", inputs(draw, B=2, Hq=3, Hkv=1, T=4, S=5, d=6, dv=4))
    yield Case("as many key/value heads as heads", inputs(draw, B=2, Hq=3, Hkv=3, T=4, S=6, d=5, dv=2))
    yield Case("causal, T = S", inputs(draw, B=2, Hq=6, Hkv=3, T=5, S=5, d=4, dv=3), {"causal": True})
    yield Case(
        "causal, three queries after four cached keys", (*inputs(draw, B=2, Hq=4, Hkv=2, T=3, S=7, d=6, dv=5), True)
    )
    yield Case("causal decoding step", inputs(draw, B=3, Hq=8, Hkv=2, T=1, S=6, d=4, dv=5), {"causal": True})
    yield Case("causal, all sizes alike", inputs(draw, B=4, Hq=4, Hkv=2, T=4, S=4, d=4, dv=4), {"causal": True})
    yield Case("causal given as False", (*inputs(draw, B=2, Hq=4, Hkv=2, T=4, S=4, d=3, dv=5), False))
    q, k, v = inputs(draw, B=1, Hq=4, Hkv=2, T=4, S=5, d=3, dv=2)
    q[:, :, 1] = 0  # its scores are 0, as what is multiplied by a mask would be
    yield Case("a query of zeros", (q, k, v), {"causal": True}, constant=("q",))
    yield Case("heads of a group at different levels", at_different_levels(draw, 3, 5), constant=("q", "k"))
    yield Case("large scores, causal", far_apart(draw, 4, 6), {"causal": True}, constant=("q", "k"))
    yield Case("scores of -1e4 before larger ones", far_below(draw, 4, 6), {"causal": True}, constant=("q", "k"))


def attention_is_written_out(world: World, draw: Draw) -> None:
    for causal in (False, True):
        q, k, v = inputs(draw, B=1, Hq=4, Hkv=2, T=3, S=3, d=4, dv=4)
        ran = world.trace(ENTRY, q, k, v, causal).operators
        fused = sorted(name for name in ran if "scaled_dot_product" in name)
        expect(not fused, f"write the attention out; your code runs {', '.join(fused)}", "fused")


def triangle_over_folded_queries(q: Tensor, k: Tensor, v: Tensor, causal: bool = False) -> Tensor:
    """The G query heads of a group as G * T rows, and one triangle over all of them."""
    (B, Hq, T, d), (Hkv, S) = q.shape, k.shape[1:3]
    scores = q.reshape(B, Hkv, -1, d) @ k.transpose(-2, -1) / math.sqrt(d)  # (B,Hkv,G*T,S)
    if causal:
        visible = torch.ones(scores.shape[-2:], dtype=torch.bool).tril(diagonal=S - T)
        scores = scores.masked_fill(~visible, float("-inf"))
    return (scores.softmax(dim=-1) @ v).reshape(B, Hq, T, v.shape[-1])


def mask_interleaved_over_folded_queries(q: Tensor, k: Tensor, v: Tensor, causal: bool = False) -> Tensor:
    """Rows (member, position), and a mask of rows (position, member)."""
    (B, Hq, T, d), (Hkv, S) = q.shape, k.shape[1:3]
    scores = q.reshape(B, Hkv, -1, d) @ k.transpose(-2, -1) / math.sqrt(d)  # (B,Hkv,G*T,S)
    if causal:
        visible = torch.ones(T, S, dtype=torch.bool).tril(diagonal=S - T).repeat_interleave(Hq // Hkv, dim=0)
        scores = scores.masked_fill(~visible, float("-inf"))
    return (scores.softmax(dim=-1) @ v).reshape(B, Hq, T, v.shape[-1])


def mask_tiled_over_folded_queries(q: Tensor, k: Tensor, v: Tensor, causal: bool = False) -> Tensor:
    """Rows (position, member), and a mask of rows (member, position)."""
    (B, Hq, T, d), (Hkv, S) = q.shape, k.shape[1:3]
    G = Hq // Hkv
    rows = q.reshape(B, Hkv, G, T, d).transpose(2, 3).flatten(2, 3)  # (B,Hkv,T*G,d)
    scores = rows @ k.transpose(-2, -1) / math.sqrt(d)
    if causal:
        visible = torch.ones(T, S, dtype=torch.bool).tril(diagonal=S - T).repeat(G, 1)
        scores = scores.masked_fill(~visible, float("-inf"))
    out = scores.softmax(dim=-1) @ v
    return out.reshape(B, Hkv, T, G, v.shape[-1]).transpose(2, 3).reshape(B, Hq, T, v.shape[-1])


PROBLEM = Problem(
    id="grouped-query-attention",
    entries=(grouped_query_attention,),
    cases=cases,
    laws=(Law("the attention is written out", attention_is_written_out),),
    slips=(
        Slip(
            "heads-tiled",
            "k = k.repeat_interleave(G, dim=1)  # (B,Hq,S,d): heads 0,0,..,1,1,..\n"
            "    v = v.repeat_interleave(G, dim=1)",
            "k = k.repeat(1, G, 1, 1)\n    v = v.repeat(1, G, 1, 1)",
            "The key/value heads are tiled 0,1,..,0,1,.. (Tensor.repeat, or h % Hkv), so query heads get the wrong group: "
            "head h uses h // G, which is repeat_interleave along the heads.",
        ),
        Slip(
            "group-count-as-group-size",
            "k = k.repeat_interleave(G, dim=1)  # (B,Hq,S,d): heads 0,0,..,1,1,..\n"
            "    v = v.repeat_interleave(G, dim=1)",
            "k = k[:, torch.arange(q.shape[1]) // k.shape[1]]\n    v = v[:, torch.arange(q.shape[1]) // v.shape[1]]",
            "Query head h takes key/value head h // Hkv; a group has G = Hq / Hkv members, so it is h // G.",
        ),
        Slip(
            "first-head-for-all",
            "k = k.repeat_interleave(G, dim=1)  # (B,Hq,S,d): heads 0,0,..,1,1,..\n"
            "    v = v.repeat_interleave(G, dim=1)",
            "k = k[:, :1]\n    v = v[:, :1]",
            "All query heads use key/value head 0: that is multi-query attention, right only for Hkv = 1.",
        ),
        Slip(
            "heads-averaged",
            "k = k.repeat_interleave(G, dim=1)  # (B,Hq,S,d): heads 0,0,..,1,1,..\n"
            "    v = v.repeat_interleave(G, dim=1)",
            "k = k.mean(dim=1, keepdim=True)\n    v = v.mean(dim=1, keepdim=True)",
            "The key/value heads are averaged into one. Mean-pooling is how a checkpoint is converted to fewer heads; in the "
            "forward pass each group uses its own head.",
        ),
        Slip(
            "output-heads-reordered",
            "return scores.softmax(dim=-1) @ v",
            "return (scores.softmax(dim=-1) @ v).unflatten(1, (-1, G)).transpose(1, 2).flatten(1, 2)",
            "The output heads come in the order (member, group); keep (group, member), the order of the query heads.",
        ),
        FunctionSlip(
            "triangle-over-folded-queries",
            {"grouped_query_attention": triangle_over_folded_queries},
            "The query heads of a group are folded into the rows, and the causal triangle runs over all G*T rows: each head "
            "needs the T-row triangle of its own.",
        ),
        Slip("causal-ignored", "if causal:", "if False:", "The argument causal has no effect."),
        Slip("always-causal", "if causal:", "if True:", "The mask is applied although causal is False."),
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
            "A query does not see its own position: the diagonal belongs to the visible keys.",
        ),
        Slip(
            "no-scale",
            " / math.sqrt(q.shape[-1])",
            "",
            "Your output is what attention without the factor 1/sqrt(d) gives.",
        ),
        Slip(
            "scale-by-dv",
            "math.sqrt(q.shape[-1])",
            "math.sqrt(v.shape[-1])",
            "The scale uses the width of v; it belongs to q and k: sqrt(d).",
        ),
        Slip(
            "softmax-over-queries",
            "softmax(dim=-1)",
            "softmax(dim=-2)",
            "The softmax runs over the queries; each query needs a distribution over the keys (the last axis).",
        ),
        Slip(
            "no-maximum",
            "return scores.softmax(dim=-1) @ v",
            "weights = scores.float().exp().to(v.dtype)\n    return weights / weights.sum(dim=-1, keepdim=True) @ v",
            "exp of a large score overflows: subtract the row's maximum before it, or use softmax.",
        ),
        Slip(
            "keys-tiled",
            "k = k.repeat_interleave(G, dim=1)",
            "k = k.repeat(1, G, 1, 1)",
            "The keys are tiled 0,1,..,0,1,.. (Tensor.repeat) while the values are repeated in place: head h uses "
            "kv head h // G for both, repeat_interleave.",
        ),
        Slip(
            "values-tiled",
            "v = v.repeat_interleave(G, dim=1)",
            "v = v.repeat(1, G, 1, 1)",
            "The values are tiled 0,1,..,0,1,.. (Tensor.repeat) while the keys are repeated in place: head h uses "
            "kv head h // G for both, repeat_interleave.",
        ),
        Slip(
            "queries-averaged",
            "return scores.softmax(dim=-1) @ v",
            "grouped = q.unflatten(1, (-1, G)).mean(dim=2).repeat_interleave(G, dim=1)\n"
            "    scores = (grouped @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])).masked_fill(scores.isinf(), "
            'float("-inf"))\n'
            "    return scores.softmax(dim=-1) @ v",
            "The query heads of a group are averaged into one. The group shares keys and values; each query head "
            "attends for itself.",
        ),
        Slip(
            "causal-by-default",
            "causal: bool = False) -> Tensor",
            "causal: bool = True) -> Tensor",
            "The default of causal is True; the spec says False.",
        ),
        Slip(
            "one-ahead",
            "diagonal=S - T",
            "diagonal=S - T + 1",
            "A query sees one position after its own: tril keeps j - i <= diagonal, so that diagonal=S-T is the "
            "last one allowed.",
        ),
        Slip(
            "mask-inverted",
            "~visible",
            "visible",
            "The mask hides what should be seen: masked_fill hides where the mask is True.",
        ),
        Slip(
            "mask-times-scores",
            'scores = scores.masked_fill(~visible, float("-inf"))',
            "scores = scores * visible",
            "Hidden scores are multiplied by 0, which still gives them a share of exp(0): they have to become -inf.",
        ),
        Slip(
            "mask-after-softmax",
            'scores = scores.masked_fill(~visible, float("-inf"))\n    return scores.softmax(dim=-1)',
            "return (scores.softmax(dim=-1) * visible) @ v\n    return scores.softmax(dim=-1)",
            "The mask is applied after the softmax, so that the weights of a query no longer sum to 1: mask the "
            "scores.",
        ),
        Slip(
            "no-softmax",
            "return scores.softmax(dim=-1) @ v",
            "return scores.masked_fill(scores.isinf(), 0.0) @ v",
            "The softmax over the keys is missing: the scores themselves weigh the values.",
        ),
        Slip(
            "scale-not-rooted",
            "math.sqrt(q.shape[-1])",
            "q.shape[-1]",
            "The scores are divided by d (or by sqrt(d) twice); the scale is 1/sqrt(d).",
        ),
        Slip(
            "scale-by-all-heads",
            "math.sqrt(q.shape[-1])",
            "math.sqrt(q.shape[1] * q.shape[-1])",
            "The scale uses the width of all heads together; d is the width of one head.",
        ),
        Slip(
            "heads-joined",
            "return scores.softmax(dim=-1) @ v",
            "return (scores.softmax(dim=-1) @ v).transpose(1, 2).flatten(2)",
            "The heads are joined to (B,T,Hq*dv); the spec leaves them apart, (B,Hq,T,dv).",
        ),
        Slip(
            "groups-left-apart",
            "return scores.softmax(dim=-1) @ v",
            "return (scores.softmax(dim=-1) @ v).unflatten(1, (-1, G))",
            "The result has the group axis still in it, (B,Hkv,G,T,dv): flatten it to (B,Hq,T,dv).",
        ),
        Slip(
            "weights-returned-too",
            "return scores.softmax(dim=-1) @ v",
            "return scores.softmax(dim=-1) @ v, scores.softmax(dim=-1)",
            "Two values come back; the spec asks for the output alone.",
        ),
        Slip(
            "scale-by-group",
            "math.sqrt(q.shape[-1])",
            "math.sqrt(q.shape[-1] * G)",
            "The scale is the root of d times the size of a group; it is the root of the width d of one head.",
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
            "maximum-over-hidden",
            'scores = scores.masked_fill(~visible, float("-inf"))\n',
            "e = (scores - scores.amax(dim=-1, keepdim=True)).float().exp().to(v.dtype) * visible\n"
            "        return e / e.sum(dim=-1, keepdim=True) @ v\n",
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
            "maximum-of-a-head",
            "return scores.softmax(dim=-1) @ v",
            "e = (scores - scores.amax(dim=(0, -2, -1), keepdim=True)).float().exp().to(v.dtype)\n"
            "    return e / e.sum(dim=-1, keepdim=True) @ v",
            "One maximum is subtracted from all rows of a head: a row far below it underflows to 0/0. Subtract each row's own, "
            "amax(dim=-1, keepdim=True).",
        ),
        Slip(
            "maximum-of-a-group",
            "return scores.softmax(dim=-1) @ v",
            "shared = scores.detach().unflatten(1, (-1, G)).amax(dim=(2, -1), keepdim=True)\n"
            "    e = (scores - shared.expand(-1, -1, G, -1, -1).flatten(1, 2)).float().exp().to(v.dtype)\n"
            "    return e / e.sum(dim=-1, keepdim=True) @ v",
            "The query heads of a group share one maximum: a head whose scores lie far below its neighbour's underflows to 0/0. "
            "Subtract each row's own, amax(dim=-1, keepdim=True).",
        ),
        Slip(
            "maximum-of-a-group-guarded",
            "return scores.softmax(dim=-1) @ v",
            "shared = scores.detach().unflatten(1, (-1, G)).amax(dim=(2, -1), keepdim=True)\n"
            "    e = (scores - shared.expand(-1, -1, G, -1, -1).flatten(1, 2)).float().exp().to(v.dtype)\n"
            "    return e / e.sum(dim=-1, keepdim=True).clamp(min=1e-20) @ v",
            "The query heads of a group share one maximum: a head whose scores lie far below its neighbour's underflows, and a "
            "guarded sum leaves a row of zeros. "
            "Subtract each row's own, amax(dim=-1, keepdim=True).",
        ),
        Slip(
            "maximum-of-all-rows",
            "return scores.softmax(dim=-1) @ v",
            "e = (scores - scores.max()).float().exp().to(v.dtype)\n    return e / e.sum(dim=-1, keepdim=True) @ v",
            "One maximum is subtracted from all rows: a row far below it underflows to 0/0. Subtract each row's "
            "own, amax(dim=-1, keepdim=True).",
        ),
        Slip(
            "maximum-over-hidden-guarded",
            'scores = scores.masked_fill(~visible, float("-inf"))\n',
            "e = (scores - scores.amax(dim=-1, keepdim=True)).float().exp().to(v.dtype) * visible\n"
            "        return e / e.sum(dim=-1, keepdim=True).clamp_min(1e-20) @ v\n",
            "The maximum is taken over hidden keys, too: where one of them is far above, all visible ones underflow, and what "
            "guards the division leaves a row of zeros. Hide the scores first, then subtract the maximum.",
        ),
        Slip(
            "scores-clipped",
            "/ math.sqrt(q.shape[-1])",
            "/ math.sqrt(q.shape[-1])\n    scores = scores.clamp(-60.0, 60.0)",
            "The scores are clipped, as to keep exp finite, so that keys beyond the bound share the weight that belongs to the "
            "largest: subtract the row's maximum instead, or use softmax.",
        ),
        Slip(
            "scores-clipped-above",
            "/ math.sqrt(q.shape[-1])",
            "/ math.sqrt(q.shape[-1])\n    scores = scores.clamp(max=60.0)",
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
        FunctionSlip(
            "mask-interleaved-over-folded-queries",
            {"grouped_query_attention": mask_interleaved_over_folded_queries},
            "The query heads of a group are folded into the rows, head by head, but each row of the mask is repeated in place "
            "(repeat_interleave): tile the whole mask, repeat(G, 1).",
        ),
        FunctionSlip(
            "mask-tiled-over-folded-queries",
            {"grouped_query_attention": mask_tiled_over_folded_queries},
            "The query heads of a group are folded into the rows, position by position, but the whole mask is tiled (repeat): "
            "repeat each of its rows in place, repeat_interleave(G, 0).",
        ),
    ),
)

"""Attention in tiles with an online softmax (Dao et al. 2022, arXiv:2205.14135, algorithm 1; no T x S matrix is stored).

    for each tile of keys:  m' = max(m, max_j s_j),   p_j = exp(s_j - m'),   α = exp(m - m')
                            ℓ' = α ℓ + Σ_j p_j,       o' = α o + Σ_j p_j v_j
    out = o / ℓ

m is the running maximum, ℓ the running denominator (Milakov & Gimelshein 2018, arXiv:1805.02867, algorithm 3). What was
summed up under an old maximum is brought to the new one by α: both ℓ and o. The result is exact, the work stays O(TSd).

Shapes: q (B,H,T,d), k (B,H,S,d), v (B,H,S,dv). Causal: query i sees the keys j <= i + S - T, with T <= S.
Returns: out (B,H,T,dv). Memory beyond that: O(T · block) for each head.
"""

import math
from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.problem import Case, Draw, FunctionSlip, Law, Problem, Slip, World, expect


def flash_attention(q: Tensor, k: Tensor, v: Tensor, block: int = 16, causal: bool = False) -> Tensor:
    """softmax(q kᵀ / √d) v, one tile of `block` keys at a time."""
    T, S, d = q.shape[-2], k.shape[-2], q.shape[-1]
    m = q.new_full((*q.shape[:-1], 1), float("-inf"))  # (B,H,T,1)
    l = torch.zeros_like(m)  # (B,H,T,1)
    o = q.new_zeros(*q.shape[:-1], v.shape[-1])  # (B,H,T,dv)
    last_visible = torch.arange(T, device=q.device)[:, None] + S - T  # (T,1)
    for start in range(0, S, block):
        k_tile, v_tile = k[..., start : start + block, :], v[..., start : start + block, :]
        s = q @ k_tile.transpose(-2, -1) / math.sqrt(d)  # (B,H,T,tile)
        if causal:
            keys = torch.arange(start, start + k_tile.shape[-2], device=q.device)
            s = s.masked_fill(keys > last_visible, float("-inf"))  # key 0 is always visible, so m stays finite
        m_new = torch.maximum(m, s.amax(dim=-1, keepdim=True))
        p = (s - m_new).exp()
        alpha = (m - m_new).exp()
        l = alpha * l + p.sum(dim=-1, keepdim=True)
        o = alpha * o + p @ v_tile
        m = m_new
    return o / l


# ----------------------------------------------------------------------------------------------------------------------


def inputs(draw: Draw, *, B: int, H: int, T: int, S: int, d: int, dv: int) -> tuple[Tensor, Tensor, Tensor]:
    """Gaussian queries, keys and values; the scores are wide enough that the maximum moves from tile to tile."""
    return draw.normal(B, H, T, d, scale=1.5), draw.normal(B, H, S, d), draw.normal(B, H, S, dv)


def far_apart(draw: Draw, S: int) -> tuple[Tensor, Tensor, Tensor]:
    """Scores up to 2000, growing along the keys in one head and falling in the other, at least 200 apart.

    One key wins in any arithmetic; all products are small integers, so that float32 has every score exactly.
    """
    direction = 2.0 * draw.booleans(4).double() - 1
    a = torch.tensor([10.0, -15.0, 20.0], dtype=torch.float64)
    b = 10 * (torch.arange(S, dtype=torch.float64) - S // 2)
    k = torch.stack([b, -b])[None, ..., None] * direction  # score = 2 a b
    q = (a[:, None] * direction).expand(1, 2, 3, 4)
    return draw.floating(q), draw.floating(k), draw.normal(1, 2, S, 5)


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


def far_below_zero(draw: Draw, S: int) -> tuple[Tensor, Tensor, Tensor]:
    """Scores from -1000 down, at least 200 apart: below where exp is 0 in any type."""
    direction = 2.0 * draw.booleans(4).double() - 1
    b = -50 - 10 * torch.tensor([draw.permutation(S) for _ in range(2)], dtype=torch.float64)  # (H,S)
    q = (10 * direction).expand(1, 2, 3, 4)
    k = (b[..., None] * direction)[None]  # the score is 20 b
    return draw.floating(q), draw.floating(k), draw.normal(1, 2, S, 5)


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one head, tiles of 2, 2 and 1 keys", inputs(draw, B=1, H=1, T=3, S=5, d=4, dv=2), {"block": 2})
    yield Case("everything in one default tile", inputs(draw, B=2, H=2, T=5, S=7, d=4, dv=3))
    yield Case("default block, a last tile of 5 keys", inputs(draw, B=2, H=3, T=20, S=37, d=8, dv=6))
    yield Case("block divides T and S", (*inputs(draw, B=1, H=2, T=8, S=12, d=4, dv=4), 4))
    yield Case("more queries than keys", (*inputs(draw, B=2, H=1, T=13, S=6, d=5, dv=7), 4, False))
    yield Case("causal", (*inputs(draw, B=2, H=3, T=19, S=19, d=8, dv=5), 4, True))
    yield Case(
        "causal, later queries than keys", inputs(draw, B=1, H=2, T=6, S=21, d=4, dv=3), {"block": 8, "causal": True}
    )
    yield Case("causal, default block", inputs(draw, B=2, H=1, T=17, S=18, d=4, dv=3), {"causal": True})
    yield Case("causal, tiles of one key", inputs(draw, B=1, H=2, T=4, S=6, d=3, dv=2), {"block": 1, "causal": True})
    yield Case("causal decoding step", (*inputs(draw, B=2, H=2, T=1, S=18, d=4, dv=3), 4, True))
    yield Case("large scores", far_apart(draw, 10), {"block": 3}, constant=("q", "k"))
    yield Case("large scores, causal", far_apart(draw, 8), {"block": 3, "causal": True}, constant=("q", "k"))
    yield Case("scores below -1000", far_below_zero(draw, 7), {"block": 3}, constant=("q", "k"))
    yield Case(
        "scores of -1e4 before larger ones", far_below(draw, 4, 6), {"block": 2, "causal": True}, constant=("q", "k")
    )


def no_matrix_of_scores(world: World, draw: Draw) -> None:
    q, k, v = inputs(draw, B=1, H=1, T=40, S=56, d=4, dv=3)
    largest = world.trace("flash_attention", q, k, v, 8).largest
    expect(largest < 40 * 56, f"a tensor holds {largest} elements, as many as the whole 40 x 56 matrix", "score-matrix")


def no_matrix_of_the_mask(world: World, draw: Draw) -> None:
    q, k, v = inputs(draw, B=1, H=1, T=40, S=56, d=4, dv=3)
    largest = world.trace("flash_attention", q, k, v, 8, True).largest
    expect(largest < 40 * 56, f"a tensor holds {largest} elements, as many as the whole 40 x 56 mask", "mask-matrix")


def keys_come_in_tiles(world: World, draw: Draw) -> None:
    """One tile of queries against all keys would hold block * S elements, one tile of keys holds T * block."""
    q, k, v = inputs(draw, B=1, H=1, T=32, S=256, d=2, dv=2)
    largest = world.trace("flash_attention", q, k, v, 8).largest
    expect(largest < 8 * 256, f"a tensor holds {largest} elements: tile the keys (T=32, S=256, block=8)", "row-tiles")


def whole_matrix(q: Tensor, k: Tensor, v: Tensor, block: int = 16, causal: bool = False) -> Tensor:
    """Plain attention."""
    T, S = q.shape[-2], k.shape[-2]
    scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])
    if causal:
        scores = scores.masked_fill(torch.ones(T, S).tril(S - T) == 0, float("-inf"))
    weights = (scores - scores.amax(dim=-1, keepdim=True)).exp()
    return (weights / weights.sum(dim=-1, keepdim=True)) @ v


def tiles_of_queries(q: Tensor, k: Tensor, v: Tensor, block: int = 16, causal: bool = False) -> Tensor:
    """Whole rows of scores for some queries at a time."""
    T, S = q.shape[-2], k.shape[-2]
    rows = []
    for start in range(0, T, block):
        scores = q[..., start : start + block, :] @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])
        if causal:
            last = torch.arange(start, min(start + block, T))[:, None] + S - T
            scores = scores.masked_fill(torch.arange(S) > last, float("-inf"))
        weights = (scores - scores.amax(dim=-1, keepdim=True)).exp()
        rows.append((weights / weights.sum(dim=-1, keepdim=True)) @ v)
    return torch.cat(rows, dim=-2)


def stops_too_early(q: Tensor, k: Tensor, v: Tensor, block: int = 16, causal: bool = False) -> Tensor:
    """Each tile of queries leaves out the tiles of keys that its first query cannot see."""
    T, S = q.shape[-2], k.shape[-2]
    rows = []
    for first in range(0, T, block):
        visible = S if not causal else min(S, (math.floor((first + S - T) / block) + 1) * block)
        tile = q[..., first : first + block, :]
        m = tile.new_full((*tile.shape[:-1], 1), float("-inf"))
        l, o = torch.zeros_like(m), tile.new_zeros(*tile.shape[:-1], v.shape[-1])
        last_visible = torch.arange(first, first + tile.shape[-2])[:, None] + S - T
        for start in range(0, visible, block):
            k_tile, v_tile = k[..., start : start + block, :], v[..., start : start + block, :]
            s = tile @ k_tile.transpose(-2, -1) / math.sqrt(q.shape[-1])
            if causal:
                s = s.masked_fill(torch.arange(start, start + k_tile.shape[-2]) > last_visible, float("-inf"))
            m_new = torch.maximum(m, s.amax(dim=-1, keepdim=True))
            p, alpha = (s - m_new).exp(), (m - m_new).exp()
            l, o, m = alpha * l + p.sum(dim=-1, keepdim=True), alpha * o + p @ v_tile, m_new
        rows.append(o / l)
    return torch.cat(rows, dim=-2)


PROBLEM = Problem(
    id="flash-attention",
    entries=(flash_attention,),
    cases=cases,
    laws=(
        Law("no tensor holds all scores", no_matrix_of_scores),
        Law("no tensor holds the whole mask", no_matrix_of_the_mask),
        Law("the keys come in tiles", keys_come_in_tiles),
    ),
    slips=(
        Slip(
            "output-not-rescaled",
            "o = alpha * o",
            "o = o",
            "The output accumulator keeps the scale of an old maximum: multiply it by exp(m_old - m_new), as the "
            "denominator.",
        ),
        Slip(
            "denominator-not-rescaled",
            "l = alpha * l",
            "l = l",
            "The denominator keeps the scale of an old maximum: multiply it by exp(m_old - m_new), as the output.",
        ),
        Slip(
            "nothing-rescaled",
            "alpha = (m - m_new).exp()",
            "alpha = 1.0",
            "When the maximum grows, what was summed up before has to shrink by exp(m_old - m_new), output and "
            "denominator alike.",
        ),
        Slip(
            "maximum-of-the-tile",
            "torch.maximum(m, s.amax(dim=-1, keepdim=True))",
            "s.amax(dim=-1, keepdim=True)",
            "The maximum is that of the present tile, not the running one: rows whose tile is fully masked, or whose "
            "scores fall by hundreds, overflow or become NaN. Take the maximum of both.",
        ),
        Slip(
            "tiles-averaged",
            "o = alpha * o + p @ v_tile\n        m = m_new\n    return o / l",
            "o = o + p @ v_tile / p.sum(dim=-1, keepdim=True)\n        m = m_new\n    return o / math.ceil(S / block)",
            "Each tile is normalised alone and the tiles are averaged; they share one denominator, divided by at the end.",
        ),
        Slip(
            "no-maximum",
            "m_new = torch.maximum(m, s.amax(dim=-1, keepdim=True))\n        p = (s - m_new).exp()",
            "m_new = m = torch.zeros_like(m)\n        p = s.float().exp().to(v.dtype)",
            "No maximum is subtracted, so that exp of a large score overflows: keep the running maximum of each row.",
        ),
        FunctionSlip(
            "stops-too-early",
            {"flash_attention": stops_too_early},
            "Tiles of keys are skipped although later queries of the tile see them: stop at the last query's last key, "
            "not at the first's.",
        ),
        Slip(
            "not-normalised",
            "return o / l",
            "return o",
            "The division by the denominator at the end is missing.",
        ),
        Slip(
            "last-tile-dropped",
            "range(0, S, block)",
            "range(0, max(S // block, 1) * block, block)",
            "The last, shorter tile of keys is left out when block does not divide S.",
        ),
        Slip(
            "top-left",
            "[:, None] + S - T",
            "[:, None]",
            "The causal triangle is aligned at the top left; the queries are the last T of S positions: query i sees the "
            "keys j <= i + S - T.",
        ),
        Slip(
            "mask-not-shifted",
            "torch.arange(start, start + k_tile.shape[-2], device=q.device)",
            "torch.arange(k_tile.shape[-2], device=q.device)",
            "The causal mask forgets where the tile begins: compare global positions, start + column.",
        ),
        Slip("causal-ignored", "if causal:", "if False:", "The argument causal has no effect."),
        Slip(
            "no-scale",
            " / math.sqrt(d)",
            "",
            "Your output is what attention without the factor 1/sqrt(d) gives.",
        ),
        Slip(
            "full-mask",
            "keys > last_visible",
            "(torch.arange(S, device=q.device) > last_visible)[:, start : start + block]",
            "The scores are tiled, but the causal mask is built whole: compare positions inside the tile.",
        ),
        FunctionSlip(
            "whole-matrix",
            {"flash_attention": whole_matrix},
            "The values are right, but all scores are held at once: go through the keys in tiles with a running "
            "maximum and denominator.",
        ),
        FunctionSlip(
            "tiles-of-queries",
            {"flash_attention": tiles_of_queries},
            "You tile the queries and hold whole rows of scores, a plain softmax: the point is to tile the keys, with a "
            "running maximum and denominator.",
        ),
        Slip(
            "maximum-starts-at-zero",
            'm = q.new_full((*q.shape[:-1], 1), float("-inf"))',
            "m = q.new_zeros((*q.shape[:-1], 1))",
            "The running maximum starts at 0: a row whose scores all lie far below it underflows to 0/0. Start at -inf.",
        ),
        Slip(
            "normalised-in-each-tile",
            "o = alpha * o + p @ v_tile\n        m = m_new\n    return o / l",
            "o = (alpha * o + p @ v_tile) / l\n        m = m_new\n    return o",
            "The output is divided by the denominator after each tile, so that earlier tiles are divided again and "
            "again: divide once, at the end.",
        ),
        Slip(
            "normalised-twice",
            "return o / l",
            "return o / l / l",
            "The output is divided by the denominator twice.",
        ),
        Slip(
            "last-denominator-alone",
            "l = alpha * l + p.sum(dim=-1, keepdim=True)",
            "l = p.sum(dim=-1, keepdim=True)",
            "The denominator is that of the last tile alone: carry it along, alpha * l + the tile's sum.",
        ),
        Slip(
            "last-tile-alone",
            "o = alpha * o + p @ v_tile",
            "o = p @ v_tile",
            "The output is that of the last tile alone: carry it along, alpha * o + the tile's share.",
        ),
        Slip(
            "scale-by-d",
            "math.sqrt(d)",
            "d",
            "The scores are divided by d instead of sqrt(d).",
        ),
        Slip(
            "diagonal-hidden",
            "keys > last_visible",
            "keys >= last_visible",
            "A query does not see its own position: hide the keys j > i + S - T alone.",
        ),
        Slip(
            "fill-too-small",
            's.masked_fill(keys > last_visible, float("-inf"))',
            "s.masked_fill(keys > last_visible, -1e4)",
            "The hidden scores are set to a number that is not far enough below the visible ones, which may be as "
            "low: fill with -inf.",
        ),
        Slip(
            "added-fill-too-small",
            's.masked_fill(keys > last_visible, float("-inf"))',
            "s - 1e4 * (keys > last_visible).to(s.dtype)",
            "A number is added to the hidden scores that does not take a large one far enough below the visible ones: fill "
            "with -inf.",
        ),
        Slip(
            "padding-takes-part",
            "    for start in range",
            "    k, v = (torch.nn.functional.pad(x, (0, 0, 0, -S % block)) for x in (k, v))\n    for start in range",
            "Where block does not divide S, keys of zeros that fill up the last tile take part, with score 0: hide them with "
            "-inf, or take the shorter tile as it is.",
        ),
        Slip(
            "stops-without-the-offset",
            "        k_tile, v_tile = k",
            "        if causal and start >= T:\n            break\n        k_tile, v_tile = k",
            "Tiles that begin at key T or later are skipped, which forgets the offset: the queries are the last T of S "
            "positions, so the last query sees every key.",
        ),
        Slip(
            "maximum-over-hidden",
            's = s.masked_fill(keys > last_visible, float("-inf"))  # key 0 is always visible, so m stays finite\n'
            "        m_new = torch.maximum(m, s.amax(dim=-1, keepdim=True))\n"
            "        p = (s - m_new).exp()",
            "pass\n"
            "        m_new = torch.maximum(m, s.amax(dim=-1, keepdim=True))\n"
            "        p = (s - m_new).float().exp().to(v.dtype)\n"
            "        p = p * (keys <= last_visible) if causal else p",
            "The maximum is taken over hidden keys, too: where one of them is far above, all visible ones underflow and the "
            "row is 0/0. Hide the scores first, then take the maximum.",
        ),
        Slip(
            "maximum-over-hidden-guarded",
            's = s.masked_fill(keys > last_visible, float("-inf"))  # key 0 is always visible, so m stays finite\n'
            "        m_new = torch.maximum(m, s.amax(dim=-1, keepdim=True))\n"
            "        p = (s - m_new).exp()\n"
            "        alpha = (m - m_new).exp()\n"
            "        l = alpha * l + p.sum(dim=-1, keepdim=True)\n"
            "        o = alpha * o + p @ v_tile\n"
            "        m = m_new\n"
            "    return o / l",
            "pass\n"
            "        m_new = torch.maximum(m, s.amax(dim=-1, keepdim=True))\n"
            "        p = (s - m_new).float().exp().to(v.dtype)\n"
            "        p = p * (keys <= last_visible) if causal else p\n"
            "        alpha = (m - m_new).float().exp().to(v.dtype)\n"
            "        l = alpha * l + p.sum(dim=-1, keepdim=True)\n"
            "        o = alpha * o + p @ v_tile\n"
            "        m = m_new\n"
            "    return o / l.clamp_min(1e-20)",
            "The maximum is taken over hidden keys, too: where one of them is far above, all visible ones underflow, and what "
            "guards the division leaves a row of zeros. Hide the scores first, then take the maximum.",
        ),
        Slip(
            "maximum-not-kept",
            "        m = m_new\n",
            "",
            "The running maximum is never stored, so that exp(m - m_new) is 0 and the last tile alone counts: m = m_new at the "
            "end of each tile.",
        ),
        Slip(
            "keys-cut-at-T",
            "k_tile, v_tile = k[..., start : start + block, :], v[..., start : start + block, :]",
            "if causal and start >= T:\n            break\n"
            "        end = min(start + block, T) if causal else start + block\n"
            "        k_tile, v_tile = k[..., start:end, :], v[..., start:end, :]",
            "With causal the first T keys alone take part: the queries are the last T of S positions, so the last query sees "
            "every key.",
        ),
        Slip(
            "scale-by-dv",
            "math.sqrt(d)",
            "math.sqrt(v.shape[-1])",
            "The scale uses the width of v; it belongs to q and k: sqrt(d).",
        ),
    ),
)

"""How answers to `flash-attention` are judged."""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.problem import Case, Draw, Law, Problem, World, expect
from reference_impls.transformers.flash_attention.reference import flash_attention


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
    yield Case("causal, default block", inputs(draw, B=2, H=1, T=17, S=21, d=4, dv=3), {"causal": True})
    yield Case("causal, tiles of one key", inputs(draw, B=1, H=2, T=4, S=6, d=3, dv=2), {"block": 1, "causal": True})
    yield Case("causal decoding step", (*inputs(draw, B=2, H=2, T=1, S=18, d=4, dv=3), 4, True))
    yield Case("large scores", far_apart(draw, 10), {"block": 3}, constant=("q", "k"))
    yield Case("large scores, causal", far_apart(draw, 8), {"block": 3, "causal": True}, constant=("q", "k"))
    yield Case("scores below -1000", far_below_zero(draw, 7), {"block": 3}, constant=("q", "k"))
    yield Case(
        "scores of -1e4 before larger ones", far_below(draw, 4, 6), {"block": 2, "causal": True}, constant=("q", "k")
    )


def some_size(draw: Draw, H: int = 1) -> tuple[int, int, tuple[Tensor, Tensor, Tensor]]:
    """T, S and inputs of that size, at least five tiles of 8 keys."""
    T, S = draw.integer(34, 48), draw.integer(50, 64)
    return T, S, inputs(draw, B=1, H=H, T=T, S=S, d=draw.integer(2, 5), dv=draw.integer(2, 5))


def no_matrix_of_scores(world: World, draw: Draw) -> None:
    """Scores of all heads differ in size from what one head needs, or a mask that all share."""
    T, S, (q, k, v) = some_size(draw, H=2)
    largest = world.trace("flash_attention", q, k, v, 8).largest
    expect(largest < 2 * T * S, f"a tensor holds {largest} elements, as many as two {T} x {S} matrices", "score-matrix")
    expect(largest < T * S, f"a tensor holds {largest} elements, as many as a whole {T} x {S} matrix", "head-matrix")


def no_matrix_of_the_mask(world: World, draw: Draw) -> None:
    T, S, (q, k, v) = some_size(draw)
    largest = world.trace("flash_attention", q, k, v, 8, True).largest
    expect(largest < T * S, f"a tensor holds {largest} elements, as many as the whole {T} x {S} mask", "mask-matrix")


def keys_come_in_tiles(world: World, draw: Draw) -> None:
    """One tile of queries against all keys would hold block * S elements, one tile of keys holds T * block."""
    T, S = draw.integer(28, 36), draw.integer(220, 280)
    q, k, v = inputs(draw, B=1, H=1, T=T, S=S, d=2, dv=2)
    largest = world.trace("flash_attention", q, k, v, 8).largest
    expect(largest < 8 * S, f"a tensor holds {largest} elements: tile the keys (T={T}, S={S}, block=8)", "row-tiles")


PROBLEM = Problem(
    id="flash-attention",
    entries=(flash_attention,),
    cases=cases,
    laws=(
        Law("no tensor holds all scores", no_matrix_of_scores),
        Law("no tensor holds the whole mask", no_matrix_of_the_mask),
        Law("the keys come in tiles", keys_come_in_tiles),
    ),
)

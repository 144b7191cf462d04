"""How answers to `block-sparse-attention` are judged."""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.problem import Case, Draw, Problem
from reference_impls.transformers.block_sparse_attention.reference import block_sparse_attention

Inputs = tuple[Tensor, Tensor, Tensor, Tensor, int]


def layout(draw: Draw, rows: int, columns: int, p: float = 0.5) -> Tensor:
    """At least one tile in each row; not all, and not symmetric, where there is room."""
    while True:
        tiles = draw.booleans(rows, columns, p=p)
        tiles[torch.arange(rows), draw.integers(0, columns, rows)] = True
        alike = rows == columns and torch.equal(tiles, tiles.T)
        if columns == 1 or rows * columns < 4 or not (alike or bool(tiles.all())):
            return tiles


def inputs(draw: Draw, B: int, H: int, tiles: Tensor, block: int, *, d: int = 3, dv: int = 2) -> Inputs:
    """Gaussian queries, keys and values for these tiles."""
    T, S = (count * block for count in tiles.shape)
    return draw.normal(B, H, T, d), draw.normal(B, H, S, d), draw.normal(B, H, S, dv), tiles, block


def far_below(draw: Draw) -> Inputs:
    """All scores at -1e4 and below, hundreds apart: what fills hidden scores must lie far below them."""
    tiles = torch.tensor([[True, False, False], [False, True, True], [True, False, True]])
    direction = 2.0 * draw.booleans(4).double() - 1
    b = -50 - 5 * torch.tensor([draw.permutation(6) for _ in range(2)], dtype=torch.float64)  # (H,S)
    q = (100 * direction).expand(1, 2, 6, 4)
    k = (b[..., None] * direction)[None]  # the score is 200 b
    return draw.floating(q), draw.floating(k), draw.normal(1, 2, 6, 3), tiles, 2


def cases(draw: Draw) -> Iterator[Case]:
    two = torch.tensor([[True, False], [True, True]])
    yield Case("two by two tiles of two", inputs(draw, 1, 1, two, 2))
    yield Case("three by four tiles", inputs(draw, 2, 3, layout(draw, 3, 4), 2))
    yield Case("tiles of three", inputs(draw, 2, 2, layout(draw, 3, 3), 3, d=4, dv=5))
    yield Case("more queries than keys", inputs(draw, 1, 2, layout(draw, 4, 2), 2, d=5))
    yield Case("tiles of one", inputs(draw, 2, 1, layout(draw, 5, 5), 1))
    yield Case("one tile per row", inputs(draw, 1, 2, torch.eye(4, dtype=torch.bool)[draw.permutation(4)], 2))
    yield Case("all tiles", inputs(draw, 2, 2, torch.ones(2, 3, dtype=torch.bool), 2))
    yield Case("all sizes equal", inputs(draw, 4, 4, layout(draw, 2, 2), 2, d=4, dv=4))
    yield Case("one tile", inputs(draw, 2, 1, torch.ones(1, 1, dtype=torch.bool), 3))
    yield Case("scores of -1e4 and below", far_below(draw), constant=("q", "k"))
    q, k, v, tiles, block = inputs(draw, 1, 2, layout(draw, 3, 2), 4)
    yield Case("tiles of four, by name", (q, k, v), {"layout": tiles, "block": block})


PROBLEM = Problem(id="block-sparse-attention", entries=(block_sparse_attention,), cases=cases)

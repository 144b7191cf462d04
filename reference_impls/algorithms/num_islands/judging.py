"""How answers to `num-islands` are judged."""

from collections.abc import Iterator
from typing import Any

import torch

from reference_impls.algorithms.num_islands.reference import num_islands
from reference_impls.problem import Case, Draw, Observation, Problem, Scenario, World, sweep


def strings(*rows: str) -> list[list[str]]:
    """A grid of '0' and '1'."""
    return [list(row) for row in rows]


def numbers(*rows: str) -> list[list[int]]:
    """A grid of 0 and 1."""
    return [[int(cell) for cell in row] for row in rows]


def random_rows(draw: Draw, height: int, width: int, land: float) -> list[str]:
    """Rows of independent cells."""
    return ["".join("01"[cell] for cell in row) for row in draw.booleans(height, width, p=land).tolist()]


def winding_rows(height: int, width: int) -> list[str]:
    """One island, a path one cell wide that goes from side to side; height odd.

    Short enough for one call a cell: who recurses is right on any grid that fits the board.
    """
    turns = ["0" * (width - 1) + "1", "1" + "0" * (width - 1)]
    return ["1" * width if r % 2 == 0 else turns[r // 2 % 2] for r in range(height)]


def grid_afterwards(world: World, draw: Draw) -> Iterator[Observation]:
    grid = strings("11000", "01011", *random_rows(draw, 2, 5, 0.6))
    kept = world.keep(grid)
    world.raised("num_islands", kept)
    yield "the grid afterwards", "as it was" if world.value(kept) == grid else "modified"


def small_grid(draw: Draw) -> tuple[list[list[Any]]]:
    rows = random_rows(draw, draw.integer(1, 5), draw.integer(1, 6), 0.6)
    return (numbers(*rows) if draw.integer(0, 1) else strings(*rows),)


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    yield Case("one cell of land, a string", (strings("1"),))
    yield Case("one cell of water, a string", (strings("0"),))
    yield Case("one cell of land, a number", (numbers("1"),))
    yield Case("one cell of water, a number", (numbers("0"),))
    yield Case("no rows", ([],))
    yield Case("a row without cells", ([[]],))
    yield Case("one row", (strings("1101011"),))
    yield Case("one column", (numbers(*"10110"),))
    yield Case("corners do not connect", (strings("101", "010", "101"),))
    yield Case("borders do not wrap around", (numbers("1001", "0000", "0110", "1001"),))
    yield Case("a cup: arms that meet below", (strings("10101", "10101", "11111"),))
    yield Case("a hook that goes left", (numbers("0001", "0011", "0110", "1100"),))
    yield Case("arms that meet one after another", (numbers("1001", "1011", "1110"),))
    yield Case("a spiral", (strings("1111111", "0000001", "1111101", "1000101", "1011101", "1000001", "1111111"),))
    yield Case("an island in a lake", (numbers("111110", "100010", "101010", "100011", "111110"),))
    yield Case("all land", (strings(*5 * ["1111"]),))
    yield Case("all water", (numbers(*3 * ["00000"]),))
    yield sweep("num_islands", small_grid)
    yield Case("wide, strings", (strings(*random_rows(draw, 4, 9, 0.5)),))
    yield Case("tall, numbers", (numbers(*random_rows(draw, 11, 5, 0.5)),))
    yield Case("wide, numbers", (numbers(*random_rows(draw, 6, 17, 0.55)),))
    yield Case("tall, strings", (strings(*random_rows(draw, 40, 25, 0.6)),))
    yield Scenario("the grid stays as it is", grid_afterwards)
    yield Case("one long winding island", (numbers(*winding_rows(13, 20)),))


PROBLEM = Problem(
    id="num-islands",
    entries=(num_islands,),
    cases=cases,
    grad=False,
    dtypes=(torch.float32,),
)

"""How many islands a grid has, by flood fill (Cormen et al., chapter 20: components by depth-first search).

An island is a cell of land with all land that is reached from it over sides. Take any land cell that no island holds yet,
spread to its four neighbours as long as there is land, and count how often one has to start anew. Land is taken out of a set
of the function's own as it is reached: the grid stays as it is, and what is not in the set is water or outside. The stack is
a list, because an island may have more cells than Python allows calls within calls (about 1000). O(cells) time and memory.

grid: a list of R rows of C cells each, '1' or 1 for land, '0' or 0 for water; R or C may be 0. Returns: an int.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import torch

from reference_impls.problem import Case, Draw, FunctionSlip, Observation, Problem, Scenario, Slip, World, sweep


def num_islands(grid: Sequence[Sequence[str | int]]) -> int:
    """The number of 4-connected components of land."""
    land = {(r, c) for r, row in enumerate(grid) for c, cell in enumerate(row) if cell in (1, "1")}
    islands = 0
    while land:
        islands += 1
        stack = [land.pop()]
        while stack:
            r, c = stack.pop()
            for neighbour in ((r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)):
                if neighbour in land:
                    land.remove(neighbour)  # when it is put on the stack, so that it is put there once
                    stack.append(neighbour)
    return islands


# ----------------------------------------------------------------------------------------------------------------------


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


def sinks_the_grid(grid: list[list[Any]]) -> int:
    islands = 0
    for r, row in enumerate(grid):
        for c, cell in enumerate(row):
            if cell not in (1, "1"):
                continue
            islands += 1
            stack = [(r, c)]
            while stack:
                y, x = stack.pop()
                if 0 <= y < len(grid) and 0 <= x < len(row) and grid[y][x] in (1, "1"):
                    grid[y][x] = 0
                    stack += [(y + 1, x), (y - 1, x), (y, x + 1), (y, x - 1)]
    return islands


def wraps_around(grid: list[list[Any]]) -> int:
    seen = set()
    islands = 0
    for r, row in enumerate(grid):
        for c, cell in enumerate(row):
            if cell not in (1, "1") or (r, c) in seen:
                continue
            islands += 1
            stack = [(r, c)]
            while stack:
                y, x = (place % size for place, size in zip(stack.pop(), (len(grid), len(row)), strict=True))
                if grid[y][x] in (1, "1") and (y, x) not in seen:
                    seen.add((y, x))
                    stack += [(y, x - 1), (y - 1, x)]
                    stack += [(y + 1, x)] if y + 1 < len(grid) else []
                    stack += [(y, x + 1)] if x + 1 < len(row) else []
    return islands


def first_row_is_needed(grid: list[list[Any]]) -> int:
    rows, columns = range(len(grid)), range(len(grid[0]))
    land = {(r, c) for r in rows for c in columns if grid[r][c] in (1, "1")}
    islands = 0
    while land:
        islands += 1
        stack = [land.pop()]
        while stack:
            r, c = stack.pop()
            for neighbour in {(r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)} & land:
                land.remove(neighbour)
                stack.append(neighbour)
    return islands


def largest_island(grid: list[list[Any]]) -> int:
    land = {(r, c) for r, row in enumerate(grid) for c, cell in enumerate(row) if cell in (1, "1")}
    largest = 0
    while land:
        stack = [land.pop()]
        size = 0
        while stack:
            r, c = stack.pop()
            size += 1
            for neighbour in {(r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)} & land:
                land.remove(neighbour)
                stack.append(neighbour)
        largest = max(largest, size)
    return largest


def every_land_cell(grid: list[list[Any]]) -> int:
    return sum(cell in (1, "1") for row in grid for cell in row)


def columns_counted_as_rows(grid: list[list[Any]]) -> int:
    n = len(grid)
    land = {(r, c) for r in range(n) for c in range(n) if grid[r][c] in (1, "1")}
    islands = 0
    while land:
        islands += 1
        stack = [land.pop()]
        while stack:
            r, c = stack.pop()
            for neighbour in {(r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)} & land:
                land.remove(neighbour)
                stack.append(neighbour)
    return islands


def right_and_down_only(grid: list[list[Any]]) -> int:
    land = {(r, c) for r, row in enumerate(grid) for c, cell in enumerate(row) if cell in (1, "1")}
    return sum((r - 1, c) not in land and (r, c - 1) not in land for r, c in land)


def holes_subtracted(grid: list[list[Any]]) -> int:
    land = {(r, c) for r, row in enumerate(grid) for c, cell in enumerate(row) if cell in (1, "1")}
    sides = sum(((r + 1, c) in land) + ((r, c + 1) in land) for r, c in land)
    blocks = sum({(r + 1, c), (r, c + 1), (r + 1, c + 1)} <= land for r, c in land)
    return len(land) - sides + blocks


def torus(grid: list[list[Any]]) -> int:
    land = {(r, c) for r, row in enumerate(grid) for c, cell in enumerate(row) if cell in (1, "1")}
    height, width = len(grid), max(map(len, grid), default=0)
    islands = 0
    while land:
        islands += 1
        stack = [land.pop()]
        while stack:
            r, c = stack.pop()
            for y, x in ((r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)):
                if (y % height, x % width) in land:
                    land.remove((y % height, x % width))
                    stack.append((y % height, x % width))
    return islands


def never_up(grid: list[list[Any]]) -> int:
    directions = ((1, 0), (0, 1), (0, -1))
    land = {(r, c) for r, row in enumerate(grid) for c, cell in enumerate(row) if cell in (1, "1")}
    islands = 0
    for start in sorted(land):
        if start not in land:
            continue
        islands += 1
        land.remove(start)
        stack = [start]
        while stack:
            r, c = stack.pop()
            for y, x in directions:
                if (r + y, c + x) in land:
                    land.remove((r + y, c + x))
                    stack.append((r + y, c + x))
    return islands


def never_left(grid: list[list[Any]]) -> int:
    directions = ((1, 0), (-1, 0), (0, 1))
    land = {(r, c) for r, row in enumerate(grid) for c, cell in enumerate(row) if cell in (1, "1")}
    islands = 0
    for start in sorted(land):
        if start not in land:
            continue
        islands += 1
        land.remove(start)
        stack = [start]
        while stack:
            r, c = stack.pop()
            for y, x in directions:
                if (r + y, c + x) in land:
                    land.remove((r + y, c + x))
                    stack.append((r + y, c + x))
    return islands


def no_lower_bound(grid: list[list[Any]]) -> int:
    cells = [[cell in (1, "1") for cell in row] for row in grid]

    def sink(r: int, c: int) -> None:
        if r >= len(cells) or c >= len(cells[0]) or not cells[r][c]:
            return
        cells[r][c] = False
        sink(r + 1, c)
        sink(r - 1, c)
        sink(r, c + 1)
        sink(r, c - 1)

    islands = 0
    for r, row in enumerate(cells):
        for c, cell in enumerate(row):
            if cell:
                islands += 1
                sink(r, c)
    return islands


def first_row_and_column_not_entered(grid: list[list[Any]]) -> int:
    rows, columns = len(grid), len(grid[0]) if grid else 0
    seen: set[tuple[int, int]] = set()
    islands = 0
    for start in ((r, c) for r in range(rows) for c in range(columns) if grid[r][c] in (1, "1")):
        if start in seen:
            continue
        islands += 1
        seen.add(start)
        stack = [start]
        while stack:
            r, c = stack.pop()
            for y, x in ((r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)):
                if 0 < y < rows and 0 < x < columns and (y, x) not in seen and grid[y][x] in (1, "1"):
                    seen.add((y, x))
                    stack.append((y, x))
    return islands


def one_row_many_times(grid: list[list[Any]]) -> int:
    rows, columns = len(grid), len(grid[0]) if grid else 0
    seen = [[False] * columns] * rows
    islands = 0
    for start in ((r, c) for r in range(rows) for c in range(columns)):
        stack, is_new = [start], False
        while stack:
            r, c = stack.pop()
            if 0 <= r < rows and 0 <= c < columns and grid[r][c] in (1, "1") and not seen[r][c]:
                is_new = seen[r][c] = True
                stack += [(r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)]
        islands += is_new
    return islands


def rows_joined_end_to_end(grid: list[list[Any]]) -> int:
    width = len(grid[0]) if grid else 0
    land = {p for p, cell in enumerate(cell for row in grid for cell in row) if cell in (1, "1")}
    islands = 0
    while land:
        islands += 1
        stack = [land.pop()]
        while stack:
            p = stack.pop()
            for neighbour in {p + width, p - width, p + 1, p - 1} & land:
                land.remove(neighbour)
                stack.append(neighbour)
    return islands


def parents_for_roots(grid: list[list[Any]]) -> int:
    parent: dict[tuple[int, int], tuple[int, int]] = {}

    def find(place: tuple[int, int]) -> tuple[int, int]:
        while parent[place] != place:
            place = parent[place]
        return place

    for place in ((r, c) for r, row in enumerate(grid) for c, cell in enumerate(row) if cell in (1, "1")):
        parent[place] = place
        for neighbour in ((place[0] - 1, place[1]), (place[0], place[1] - 1)):
            if neighbour in parent:
                parent[find(neighbour)] = find(place)
    return len(set(parent.values()))


def numbered_by_rows(grid: list[list[Any]]) -> int:
    rows = len(grid)
    land = {(r, c) for r, row in enumerate(grid) for c, cell in enumerate(row) if cell in (1, "1")}
    seen: set[int] = set()
    islands = 0
    for r, c in sorted(land):
        if r * rows + c in seen:
            continue
        islands += 1
        seen.add(r * rows + c)
        queue = [(r, c)]
        for y, x in queue:
            for place in ((y + 1, x), (y - 1, x), (y, x + 1), (y, x - 1)):
                if place in land and place[0] * rows + place[1] not in seen:
                    seen.add(place[0] * rows + place[1])
                    queue.append(place)
    return islands


def united_by_row_numbers(grid: list[list[Any]]) -> int:
    rows = len(grid)
    land = {(r, c) for r, row in enumerate(grid) for c, cell in enumerate(row) if cell in (1, "1")}
    parent = {r * rows + c: r * rows + c for r, c in land}

    def find(place: int) -> int:
        while parent[place] != place:
            place = parent[place]
        return place

    for r, c in land:
        for y, x in ((r + 1, c), (r, c + 1)):
            if (y, x) in land:
                parent[find(r * rows + c)] = find(y * rows + x)
    return sum(parent[place] == place for place in parent)


def equivalence_overwritten(grid: list[list[Any]]) -> int:
    parent: dict[int, int] = {}
    label: dict[tuple[int, int], int] = {}
    for r, row in enumerate(grid):
        for c, cell in enumerate(row):
            if cell in (1, "1"):
                near = [label[place] for place in ((r - 1, c), (r, c - 1)) if place in label]
                label[r, c] = min(near, default=len(parent))
                parent.setdefault(label[r, c], label[r, c])
                if near and min(near) < max(near):
                    parent[max(near)] = min(near)
    return sum(parent[one] == one for one in parent)


def equivalence_overwritten_label_above(grid: list[list[Any]]) -> int:
    parent: dict[int, int] = {}
    label: dict[tuple[int, int], int] = {}
    for r, row in enumerate(grid):
        for c, cell in enumerate(row):
            if cell in (1, "1"):
                near = [label[place] for place in ((r - 1, c), (r, c - 1)) if place in label]
                label[r, c] = near[0] if near else len(parent)
                parent.setdefault(label[r, c], label[r, c])
                if near and min(near) < max(near):
                    parent[max(near)] = min(near)
    return sum(parent[one] == one for one in parent)


def equivalence_overwritten_label_left(grid: list[list[Any]]) -> int:
    parent: dict[int, int] = {}
    label: dict[tuple[int, int], int] = {}
    for r, row in enumerate(grid):
        for c, cell in enumerate(row):
            if cell in (1, "1"):
                near = [label[place] for place in ((r - 1, c), (r, c - 1)) if place in label]
                label[r, c] = near[-1] if near else len(parent)
                parent.setdefault(label[r, c], label[r, c])
                if near and min(near) < max(near):
                    parent[max(near)] = min(near)
    return sum(parent[one] == one for one in parent)


def merges_counted_by_labels(grid: list[list[Any]]) -> int:
    label: dict[tuple[int, int], int] = {}
    count = 0
    for r, row in enumerate(grid):
        for c, cell in enumerate(row):
            if cell in (1, "1"):
                near = [label[place] for place in ((r - 1, c), (r, c - 1)) if place in label]
                label[r, c] = min(near, default=len(label))
                count += 1 - len(set(near))
    return count


def each_side_joins(grid: list[list[Any]]) -> int:
    land = {(r, c) for r, row in enumerate(grid) for c, cell in enumerate(row) if cell in (1, "1")}
    return len(land) - sum(((r + 1, c) in land) + ((r, c + 1) in land) for r, c in land)


def never_right(grid: list[list[Any]]) -> int:
    land = {(r, c) for r, row in enumerate(grid) for c, cell in enumerate(row) if cell in (1, "1")}
    islands = 0
    for start in sorted(land):
        if start not in land:
            continue
        islands += 1
        land.remove(start)
        stack = [start]
        while stack:
            r, c = stack.pop()
            for place in {(r + 1, c), (r - 1, c), (r, c - 1)} & land:
                land.remove(place)
                stack.append(place)
    return islands


def neighbours_alone(grid: list[list[Any]]) -> int:
    land = {(r, c) for r, row in enumerate(grid) for c, cell in enumerate(row) if cell in (1, "1")}
    seen: set[tuple[int, int]] = set()
    islands = 0
    for r, c in sorted(land):
        islands += (r, c) not in seen
        if (r, c) not in seen:
            seen |= {(r, c), (r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)}
    return islands


def single_cells_left_out(grid: list[list[Any]]) -> int:
    land = {(r, c) for r, row in enumerate(grid) for c, cell in enumerate(row) if cell in (1, "1")}
    islands = 0
    while land:
        stack = [land.pop()]
        size = 0
        while stack:
            r, c = stack.pop()
            size += 1
            for place in {(r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)} & land:
                land.remove(place)
                stack.append(place)
        islands += size > 1
    return islands


def no_lower_bound_from_a_queue(grid: list[list[Any]]) -> int:
    cells = [[cell in (1, "1") for cell in row] for row in grid]
    islands = 0
    for r, row in enumerate(cells):
        for c in range(len(row)):
            if not cells[r][c]:
                continue
            islands += 1
            cells[r][c] = False
            queue = [(r, c)]
            for y, x in queue:
                for ny, nx in ((y + 1, x), (y - 1, x), (y, x + 1), (y, x - 1)):
                    if ny < len(cells) and nx < len(row) and -ny <= len(cells) and -nx <= len(row) and cells[ny][nx]:
                        cells[ny][nx] = False
                        queue.append((ny, nx))
    return islands


PROBLEM = Problem(
    id="num-islands",
    entries=(num_islands,),
    cases=cases,
    grad=False,
    dtypes=(torch.float32,),
    slips=(
        FunctionSlip(
            "sinks-the-grid",
            {"num_islands": sinks_the_grid},
            "Your code changes the grid, which has to stay as it is: keep a set of visited cells, or "
            "work on a copy of every row ([row[:] for row in grid]; grid[:] copies the outer list alone).",
        ),
        FunctionSlip(
            "first-row-is-needed",
            {"num_islands": first_row_is_needed},
            "An empty grid has no grid[0]: return 0 before you ask for the number of columns.",
        ),
        Slip(
            "corners-connect",
            "for neighbour in ((r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)):",
            "for neighbour in [(r + y, c + x) for y in (-1, 0, 1) for x in (-1, 0, 1)]:",
            "You count cells that touch at a corner as one island (8 neighbours); only the 4 that share a side connect.",
        ),
        Slip(
            "strings-only",
            'cell in (1, "1")',
            'cell == "1"',
            "You compare with '1' alone, so that a grid of the numbers 0 and 1 has no land; both forms have to work.",
        ),
        Slip(
            "numbers-only",
            'cell in (1, "1")',
            "cell == 1",
            "You compare with the number 1 alone, so that a grid of strings has no land; both forms have to work.",
        ),
        Slip(
            "zero-string-is-true",
            'cell in (1, "1")',
            "cell",
            "The string '0' counts as land: it is true, and it is not 0. Compare with '1' and 1.",
        ),
        FunctionSlip(
            "right-and-down-only",
            {"num_islands": right_and_down_only},
            "Each cell of land with no land above it and none to its left is counted; an island can have several: spread in "
            "all four directions, or, in a single pass, merge the labels that meet (union-find) and count roots, not parents.",
        ),
        Slip(
            "rows-only",
            "((r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1))",
            "((r, c + 1), (r, c - 1))",
            "You connect cells within a row alone, as also a search does that never goes down (what is above, row by row, is "
            "visited already); the cells above and below are neighbours too.",
        ),
        FunctionSlip(
            "wraps-around",
            {"num_islands": wraps_around},
            "Index -1 is the last row or column in Python, so that your islands continue on the opposite side: test 0 <= r "
            "and 0 <= c before you look at the cell.",
        ),
        FunctionSlip(
            "rows-counted-for-columns",
            {"num_islands": columns_counted_as_rows},
            "You use the number of rows as the number of columns, which holds for square grids alone: take len(grid) and "
            "len(grid[0]).",
        ),
        FunctionSlip(
            "every-land-cell",
            {"num_islands": every_land_cell},
            "You count cells of land, not islands: mark all that is connected to a cell before you count the next one.",
        ),
        FunctionSlip(
            "largest-island",
            {"num_islands": largest_island},
            "You return the size of the largest island; the number of islands is asked for.",
        ),
        FunctionSlip(
            "holes-subtracted",
            {"num_islands": holes_subtracted},
            "Your count is the Euler characteristic, islands minus lakes: right only where no island encloses water.",
        ),
        FunctionSlip(
            "continues-on-the-other-side",
            {"num_islands": torus},
            "Your islands continue on the opposite side, in both directions, as if the grid were a torus; beyond a border "
            "there is nothing.",
        ),
        FunctionSlip(
            "no-lower-bound",
            {"num_islands": no_lower_bound},
            "You test whether a place is past the last row or column, but not whether it is before the first: index -1 is the "
            "last one in Python, so that the fill comes in from the other side. Test 0 <= r and 0 <= c.",
        ),
        FunctionSlip(
            "never-up",
            {"num_islands": never_up},
            "You never go up, so that an arm that rises, as in a U, can be counted as another island: all four sides connect.",
        ),
        FunctionSlip(
            "never-left",
            {"num_islands": never_left},
            "You never go left, so that an arm that runs to the left can be counted as another island: all four sides connect.",
        ),
        Slip(
            "last-row-left-out",
            "in enumerate(grid)",
            "in enumerate(grid[:-1])",
            "The last row is not looked at: range(len(grid)) runs over all of them.",
        ),
        Slip(
            "last-column-left-out",
            "in enumerate(row)",
            "in enumerate(row[:-1])",
            "The last column is not looked at: range(len(grid[0])) runs over all of them.",
        ),
        Slip(
            "water-counted",
            'cell in (1, "1")',
            'cell in (0, "0")',
            "You count connected water; 1 is land, 0 is water.",
        ),
        FunctionSlip(
            "first-row-and-column-not-entered",
            {"num_islands": first_row_and_column_not_entered},
            "The bounds start above 0, so that the search never goes into the first row or column: 0 <= r and 0 <= c.",
        ),
        FunctionSlip(
            "one-row-many-times",
            {"num_islands": one_row_many_times},
            "[[False] * C] * R holds one row many times: a visit in one row marks the column in all. Make a list "
            "for each row.",
        ),
        FunctionSlip(
            "rows-joined-end-to-end",
            {"num_islands": rows_joined_end_to_end},
            "The last cell of a row touches the first of the next one, as in a flattened grid: p - 1 and p + 1 are neighbours "
            "only within a row.",
        ),
        FunctionSlip(
            "parents-for-roots",
            {"num_islands": parents_for_roots},
            "Parents are counted where roots are meant, so that a tree that is two levels deep counts several times: call find "
            "for every cell before you count.",
        ),
        FunctionSlip(
            "numbered-by-rows",
            {"num_islands": numbered_by_rows},
            "Cells share a number: r * R + c, with the number of rows, repeats where a grid is wider than high. Take r * C + c, "
            "with the number of columns, or pairs (r, c).",
        ),
        FunctionSlip(
            "united-by-row-numbers",
            {"num_islands": united_by_row_numbers},
            "Cells share a number: r * R + c, with the number of rows, repeats where a grid is wider than high. Take r * C + c, "
            "with the number of columns, or pairs (r, c).",
        ),
        FunctionSlip(
            "equivalence-overwritten",
            {"num_islands": equivalence_overwritten},
            "Where two labels meet, parent[larger] = smaller overwrites what the larger one was joined to before: join the "
            "roots, parent[find(larger)] = find(smaller).",
        ),
        FunctionSlip(
            "equivalence-overwritten-label-above",
            {"num_islands": equivalence_overwritten_label_above},
            "Where two labels meet, parent[larger] = smaller overwrites what the larger one was joined to before: join the "
            "roots, parent[find(larger)] = find(smaller).",
        ),
        FunctionSlip(
            "equivalence-overwritten-label-left",
            {"num_islands": equivalence_overwritten_label_left},
            "Where two labels meet, parent[larger] = smaller overwrites what the larger one was joined to before: join the "
            "roots, parent[find(larger)] = find(smaller).",
        ),
        FunctionSlip(
            "merges-counted-by-labels",
            {"num_islands": merges_counted_by_labels},
            "Your count goes down wherever two labels meet, also where they have met before: join them (union-find), and count "
            "down only if the roots differ.",
        ),
        FunctionSlip(
            "each-side-joins",
            {"num_islands": each_side_joins},
            "Your count goes down for every side that two cells of land share; one that closes a ring joins nothing. Count down "
            "only if the roots differ.",
        ),
        FunctionSlip(
            "never-right",
            {"num_islands": never_right},
            "You never go right, so that cells further on are counted as other islands: all four sides connect.",
        ),
        FunctionSlip(
            "neighbours-alone",
            {"num_islands": neighbours_alone},
            "You mark a cell and its four neighbours alone; go on to the neighbours' neighbours until nothing is new.",
        ),
        FunctionSlip(
            "single-cells-left-out",
            {"num_islands": single_cells_left_out},
            "Islands of a single cell are missing from your count; they are islands, too.",
        ),
        Slip(
            "columns-only",
            "((r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1))",
            "((r + 1, c), (r - 1, c))",
            "You connect cells within a column alone; the cells to the left and right are neighbours too.",
        ),
        Slip(
            "always-true",
            'cell in (1, "1")',
            'cell == 1 or "1"',
            "Every cell counts as land, as from `cell == 1 or '1'`, which is always true: write `cell in (1, '1')`.",
        ),
        FunctionSlip(
            "no-lower-bound-from-a-queue",
            {"num_islands": no_lower_bound_from_a_queue},
            "What lies past the borders is noticed below and on the right alone (by a test, or by IndexError): index -1 is the "
            "last one in Python, so that the search comes in from the other side. Test 0 <= r and 0 <= c.",
        ),
    ),
)

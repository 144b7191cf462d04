"""How many islands a grid has, by flood fill (Cormen et al., chapter 20: components by depth-first search).

An island is a cell of land with all land that is reached from it over sides. Take any land cell that no island holds yet,
spread to its four neighbours as long as there is land, and count how often one has to start anew. Land is taken out of a set
of the function's own as it is reached: the grid stays as it is, and what is not in the set is water or outside. The stack is
a list, because an island may have more cells than Python allows calls within calls (about 1000). O(cells) time and memory.

grid: a list of R rows of C cells each, '1' or 1 for land, '0' or 0 for water; R or C may be 0. Returns: an int.
"""

from collections.abc import Sequence


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

"""The number of ways to place n queens that don't attack each other, by backtracking (Knuth, The Art of Computer Programming
4B, section 7.2.2).

Each row gets one queen. On a diagonal that falls to the right r - c is constant, on one that rises r + c; so three sets say
whether a square is free:

    c not in columns,   r - c not in falling,   r + c not in rising

Choose a column, explore the rows below, take the queen back. At most n! leaves, far fewer with the diagonals.

n: an int, 1 <= n <= 9. Returns: an int; reflections and rotations count as different: 1, 0, 0, 2, 10, 4, 40, 92, 352.
"""


def n_queens(n: int) -> int:
    """The number of placements."""
    columns, falling, rising = set[int](), set[int](), set[int]()

    def ways(r: int) -> int:
        if r == n:
            return 1
        total = 0
        for c in range(n):
            if c in columns or r - c in falling or r + c in rising:
                continue
            columns.add(c)
            falling.add(r - c)
            rising.add(r + c)
            total += ways(r + 1)
            columns.discard(c)
            falling.discard(r - c)
            rising.discard(r + c)
        return total

    return ways(0)

# slip: diagonals-wrap-around
def n_queens(n):
    def go(rows):
        r = len(rows)
        if r == n:
            return 1
        return sum(
            go(rows + [c])
            for c in range(n)
            if all(c != q and (c - q) % n not in ((r - i) % n, (i - r) % n) for i, q in enumerate(rows))
        )

    return go([])

# slip: without-reflections
def n_queens(n):
    seen = set()

    def go(rows):
        r = len(rows)
        if r == n:
            if tuple(n - 1 - c for c in rows) not in seen:
                seen.add(tuple(rows))
            return
        for c in range(n):
            if all(c != q and abs(c - q) != r - i for i, q in enumerate(rows)):
                go(rows + [c])

    go([])
    return len(seen)

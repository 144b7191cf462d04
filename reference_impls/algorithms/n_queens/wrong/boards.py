# slip: placements-returned
def n_queens(n):
    res = []

    def go(rows):
        r = len(rows)
        if r == n:
            res.append(rows)
            return
        for c in range(n):
            if all(c != q and abs(c - q) != r - i for i, q in enumerate(rows)):
                go(rows + [c])

    go([])
    return res

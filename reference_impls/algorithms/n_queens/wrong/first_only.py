# slip: whether-there-is-one
def n_queens(n):
    def go(rows):
        r = len(rows)
        if r == n:
            return 1
        for c in range(n):
            if all(c != q and abs(c - q) != r - i for i, q in enumerate(rows)) and go(rows + [c]):
                return 1
        return 0

    return go([])

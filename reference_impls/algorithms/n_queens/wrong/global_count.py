# slip: kept-between-calls
count = 0


def n_queens(n):
    def go(rows):
        global count
        r = len(rows)
        if r == n:
            count += 1
            return
        for c in range(n):
            if all(c != q and abs(c - q) != r - i for i, q in enumerate(rows)):
                go(rows + [c])

    go([])
    return count

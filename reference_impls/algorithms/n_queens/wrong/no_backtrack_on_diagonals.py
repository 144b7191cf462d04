# slip: not-taken-back
def n_queens(n):
    cols, d1, d2 = set(), set(), set()

    def go(r):
        if r == n:
            return 1
        total = 0
        for c in range(n):
            if c not in cols and r + c not in d1 and r - c not in d2:
                cols.add(c)
                d1.add(r + c)
                d2.add(r - c)
                total += go(r + 1)
                cols.remove(c)
        return total

    return go(0)

# slip: mirrored-middle-counted-twice
def n_queens(n):
    def go(rows):
        r = len(rows)
        if r == n:
            return 1
        return sum(go(rows + [c]) for c in range(n) if all(c != q and abs(c - q) != r - i for i, q in enumerate(rows)))

    half = 0
    for c in range(-(-n // 2)):
        half += go([c])
    return half * 2

# slip: none
def n_queens(n):
    def go(rows):
        if len(rows) == n:
            return 1
        return sum(go(rows + [c]) for c in range(n) if c not in rows and (not rows or abs(rows[-1] - c) != 1))

    return go([]) if n > 1 else 0

# slip: rooks
def n_queens(n):
    def go(used):
        return 1 if len(used) == n else sum(go(used + [c]) for c in range(n) if c not in used)

    return go([])

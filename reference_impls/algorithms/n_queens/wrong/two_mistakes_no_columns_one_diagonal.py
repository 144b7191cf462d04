# slip: none
def n_queens(n):
    def go(row, diag):
        if row == n:
            return 1
        return sum(go(row + 1, diag | {row + c}) for c in range(n) if row + c not in diag)

    return go(0, set())

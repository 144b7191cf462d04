# slip: rising-diagonals-forgotten
def n_queens(n):
    def go(row, cols, diag):
        if row == n:
            return 1
        return sum(go(row + 1, cols | {c}, diag | {row - c}) for c in range(n) if c not in cols and row - c not in diag)

    return go(0, set(), set())

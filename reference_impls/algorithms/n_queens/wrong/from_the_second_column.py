# slip: first-or-last-column-left-out
def n_queens(n):
    def ok(board, col):
        for r, c in enumerate(board):
            if c == col or abs(c - col) == len(board) - r:
                return False
        return True
    def place(board):
        if len(board) == n:
            return 1
        total = 0
        for c in range(1, n):
            if ok(board, c):
                total += place(board + [c])
        return total
    return place([])

# breadth first: all partial boards of one more row, the parameter named size
def _ok(board, col):
    row = len(board)
    for r, c in enumerate(board):
        if c == col or abs(c - col) == row - r:
            return False
    return True

def n_queens(size):
    assert size >= 1
    boards = [()]
    for _ in range(size):
        boards = [b + (c,) for b in boards for c in range(size) if _ok(b, c)]
    return len(boards)

def n_queens(n):
    """All partial placements of one row more at a time."""
    boards = [()]
    for row in range(n):
        boards = [b + (c,) for b in boards for c in range(n) if all(c != q and abs(c - q) != row - r for r, q in enumerate(b))]
    return len(boards)

def pass_at_k(n, c, k):
    """Sample k programs one after the other; stop when nothing wrong is left."""
    wrong, left, nothing = n - c, n, 1.0
    for _ in range(k):
        if wrong == 0:
            return 1.0
        nothing *= wrong / left
        wrong -= 1
        left -= 1
    return 1.0 - nothing

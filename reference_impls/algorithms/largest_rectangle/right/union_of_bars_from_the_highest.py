def largest_rectangle(heights):
    """Highest first: join each bar with the blocks that already touch it."""
    n = len(heights)
    width = [0] * (n + 2)
    best = 0
    for i in sorted(range(1, n + 1), key=lambda i: -heights[i - 1]):
        l, r = width[i - 1], width[i + 1]
        total = l + r + 1
        width[i] = width[i - l] = width[i + r] = total
        best = max(best, heights[i - 1] * total)
    return best

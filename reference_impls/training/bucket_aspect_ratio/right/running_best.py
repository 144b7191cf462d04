from math import log2


def aspect_bucket(width, height, sizes):
    best, best_gap = 0, float("inf")
    for i, (bw, bh) in enumerate(sizes):
        gap = (log2(width) - log2(height) - log2(bw) + log2(bh)) ** 2
        if gap < best_gap - 1e-12:
            best, best_gap = i, gap
    return best

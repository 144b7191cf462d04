# slip: last-of-equal-buckets
import math


def aspect_bucket(w, h, buckets):
    best, gap = None, float("inf")
    for i, (bw, bh) in enumerate(buckets):
        d = abs(math.log(w / h) - math.log(bw / bh))
        if d <= gap:
            best, gap = i, d
    return best

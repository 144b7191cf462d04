# slip: next-wider-or-the-first
import math
def aspect_bucket(w, h, buckets):
    target = math.log(w / h)
    best = 0
    best_gap = float("inf")
    for i, (bw, bh) in enumerate(buckets):
        gap = abs(math.log(bw / bh) - target)
        if bw / bh >= w / h and gap < best_gap:
            best, best_gap = i, gap
    return best

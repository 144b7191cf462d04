# slip: none
import bisect


def aspect_bucket(w, h, buckets):
    ratios = sorted(bw / bh for bw, bh in buckets)
    return min(bisect.bisect_left(ratios, w / h), len(buckets) - 1)

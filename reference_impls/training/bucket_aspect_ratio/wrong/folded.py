# slip: orientation-ignored
import math


def aspect_bucket(w, h, buckets):
    r = max(w, h) / min(w, h)
    d = [abs(math.log(r) - math.log(max(b) / min(b))) for b in buckets]
    return d.index(min(d))

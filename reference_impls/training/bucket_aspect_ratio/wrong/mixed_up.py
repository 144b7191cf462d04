# slip: bucket-inverted
import math


def aspect_bucket(w, h, buckets):
    d = [abs(math.log(w / h) - math.log(a / b)) for b, a in buckets]
    return d.index(min(d))

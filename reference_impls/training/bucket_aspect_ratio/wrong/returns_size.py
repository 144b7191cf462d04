# slip: bucket-returned
import math


def aspect_bucket(w, h, buckets):
    return min(buckets, key=lambda b: abs(math.log(w / h) - math.log(b[0] / b[1])))

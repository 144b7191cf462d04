# slip: without-the-absolute-value
import math


def aspect_bucket(w, h, buckets):
    return min(range(len(buckets)), key=lambda i: math.log(w / h) - math.log(buckets[i][0] / buckets[i][1]))

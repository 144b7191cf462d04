# slip: none
import math


def aspect_bucket(w, h, buckets):
    return buckets[min(range(len(buckets)), key=lambda i: abs(math.log(h / w) - math.log(buckets[i][0] / buckets[i][1])))]

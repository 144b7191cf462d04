# slip: no-upscaling
import math


def aspect_bucket(w, h, buckets):
    ok = [i for i, (bw, bh) in enumerate(buckets) if bw <= w and bh <= h] or range(len(buckets))
    return min(ok, key=lambda i: abs(math.log(w / h) - math.log(buckets[i][0] / buckets[i][1])))

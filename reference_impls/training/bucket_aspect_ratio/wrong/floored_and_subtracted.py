# slip: whole-number-ratios-subtracted
def aspect_bucket(w, h, buckets):
    best = 0
    for i, (bw, bh) in enumerate(buckets):
        if abs(bw // bh - w // h) < abs(buckets[best][0] // buckets[best][1] - w // h):
            best = i
    return best

# slip: nearest-size
def aspect_bucket(w, h, buckets):
    d = [((w - bw) ** 2 + (h - bh) ** 2) ** 0.5 for bw, bh in buckets]
    return d.index(min(d))

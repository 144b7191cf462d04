# slip: inverse-ratios-subtracted
def aspect_bucket(w, h, buckets):
    d = [abs(w / h - bw / bh) / (bw / bh) for bw, bh in buckets]
    return d.index(min(d))

# slip: inverse-ratios-subtracted
def aspect_bucket(w, h, buckets):
    d = [abs(h / w - bh / bw) for bw, bh in buckets]
    return d.index(min(d))

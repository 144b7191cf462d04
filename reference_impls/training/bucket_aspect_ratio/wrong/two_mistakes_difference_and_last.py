# slip: none
def aspect_bucket(w, h, buckets):
    d = [abs(w / h - bw / bh) for bw, bh in buckets]
    return len(d) - 1 - d[::-1].index(min(d))

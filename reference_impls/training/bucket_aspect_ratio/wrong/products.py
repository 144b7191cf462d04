# slip: products-subtracted
def aspect_bucket(w, h, buckets):
    best, least = 0, float("inf")
    for number, (width, height) in enumerate(buckets):
        error = abs(h * width - w * height)
        if error < least:
            best, least = number, error
    return best

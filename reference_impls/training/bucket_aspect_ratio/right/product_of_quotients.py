def aspect_bucket(w, h, buckets):
    """exp of the absolute logarithm: the quotient or its inverse, whichever is above 1."""

    def misfit(size):
        q = w * size[1] / (h * size[0])
        return max(q, 1 / q)

    return min(range(len(buckets)), key=lambda i: misfit(buckets[i]))

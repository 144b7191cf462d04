# slip: c2-and-c3-exchanged
def pq_encode(nits):
    m1, m2, c1, c3, c2 = 2610 / 16384, 2523 / 32, 3424 / 4096, 2413 / 128, 2392 / 128
    y = (nits / 10000) ** m1
    return ((c1 + c2 * y) / (1 + c3 * y)) ** m2

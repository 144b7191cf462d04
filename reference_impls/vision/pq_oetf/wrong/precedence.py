# slip: power-of-10000-alone
def pq_encode(nits):
    m1, m2, c1, c2, c3 = 2610 / 16384, 2523 / 32, 3424 / 4096, 2413 / 128, 2392 / 128
    y = nits / 10000**m1
    return ((c1 + c2 * y) / (1 + c3 * y)) ** m2

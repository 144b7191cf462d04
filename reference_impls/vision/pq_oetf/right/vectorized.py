import numpy as np

m1, m2 = 1305 / 8192, 2523 / 32
c1, c2, c3 = 107 / 128, 2413 / 128, 2392 / 128


@np.vectorize
def encode(L):
    yp = (float(L) * 1e-4) ** m1
    return ((c1 + yp * c2) / (1.0 + yp * c3)) ** m2


def pq_encode(L):
    return encode(L)

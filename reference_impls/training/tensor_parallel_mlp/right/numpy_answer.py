import math

import numpy as np


def tensor_parallel_mlp(x, w1, b1, w2, b2, ranks):
    x, w1, b1, w2, b2 = (np.asarray(a) for a in (x, w1, b1, w2, b2))
    erf = np.vectorize(math.erf, otypes=[float])
    parts = []
    for a, b, c in zip(np.split(w1, ranks, 1), np.split(b1, ranks), np.split(w2, ranks, 0)):
        z = x @ a + b
        parts.append((z * (1 + erf(z / math.sqrt(2))) / 2) @ c)
    return sum(parts) + b2, np.array(parts)

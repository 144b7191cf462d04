import numpy as np


def rvq_encode(z, codebooks):
    z, codebooks = np.array(z, dtype=float), np.array(codebooks, dtype=float)
    indices = np.zeros((len(z), len(codebooks)), dtype=np.int64)
    total = np.zeros_like(z)
    for i, row in enumerate(z):
        for q, book in enumerate(codebooks):
            gaps = [np.linalg.norm(row - total[i] - code) for code in book]
            indices[i, q] = int(np.argmin(gaps))
            total[i] += book[indices[i, q]]
    return indices, total


def rvq_decode(indices, codebooks):
    return np.array([sum(codebooks[q][k] for q, k in enumerate(row)) for row in np.asarray(indices)])

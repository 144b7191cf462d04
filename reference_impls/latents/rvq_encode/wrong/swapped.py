# slip: results-exchanged
import torch


def rvq_encode(z, codebooks):
    r, idx = z, []
    for book in codebooks:
        idx.append(torch.cdist(r, book).argmin(1))
        r = r - book[idx[-1]]
    return z - r, torch.stack(idx, 1)


def rvq_decode(indices, codebooks):
    return sum(codebooks[q][indices[:, q]] for q in range(indices.shape[1]))

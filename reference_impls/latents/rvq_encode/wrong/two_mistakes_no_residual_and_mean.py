# slip: no-residual
import torch


def rvq_encode(z, codebooks):
    idx = torch.stack([torch.cdist(z, book).argmin(1) for book in codebooks], 1)
    return idx, rvq_decode(idx, codebooks)


def rvq_decode(indices, codebooks):
    return sum(codebooks[q][indices[:, q]] for q in range(indices.shape[1])) / indices.shape[1]

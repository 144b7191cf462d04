# slip: none
import torch


def rvq_encode(z, codebooks):
    idx = []
    start = z.clone()
    for book in codebooks:
        i = torch.cdist(z, book).argmin(1)
        z -= book[i]
        idx.append(i)
    return torch.stack(idx, 1), start - z


def rvq_decode(indices, codebooks):
    return sum(codebooks[q][indices[:, q]] for q in range(indices.shape[1]))

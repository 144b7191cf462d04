# slip: indices-offset
import torch


def rvq_encode(z, codebooks):
    r, idx = z, []
    for q, book in enumerate(codebooks):
        i = torch.cdist(r, book).argmin(1)
        r = r - book[i]
        idx.append(i + q * len(book))
    return torch.stack(idx, 1), z - r


def rvq_decode(indices, codebooks):
    return sum(codebooks[q][indices[:, q]] for q in range(indices.shape[1]))

# slip: decodes-all-levels
import torch


def rvq_encode(z, codebooks):
    r, idx = z, []
    for book in codebooks:
        idx.append(torch.cdist(r, book).argmin(1))
        r = r - book[idx[-1]]
    return torch.stack(idx, 1), z - r


def rvq_decode(indices, codebooks):
    out = 0
    for q in range(codebooks.shape[0]):
        out = out + codebooks[q][indices[:, q]]
    return out

# slip: mean-of-codes
import torch


def rvq_encode(z, codebooks):
    r, idx = z, []
    for book in codebooks:
        idx.append(torch.cdist(r, book).argmin(1))
        r = r - book[idx[-1]]
    idx = torch.stack(idx, 1)
    return idx, rvq_decode(idx, codebooks)


def rvq_decode(indices, codebooks):
    return torch.stack([codebooks[q][i] for q, i in enumerate(indices.T)]).mean(0)

# slip: encoder-returns-the-last-code
import torch


def rvq_encode(z, codebooks):
    r, idx = z, []
    for book in codebooks:
        i = torch.cdist(r, book).argmin(1)
        z_q = book[i]
        r = r - z_q
        idx.append(i)
    return torch.stack(idx, 1), z_q


def rvq_decode(indices, codebooks):
    return sum(codebooks[0][indices[:, q]] for q in range(indices.shape[1]))

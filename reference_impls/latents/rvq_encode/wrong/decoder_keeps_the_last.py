# slip: decoder-returns-the-last-code
import torch


def rvq_encode(z, codebooks):
    r, z_q, idx = z, 0, []
    for book in codebooks:
        i = torch.cdist(r, book).argmin(1)
        r, z_q = r - book[i], z_q + book[i]
        idx.append(i)
    return torch.stack(idx, 1), z_q


def rvq_decode(indices, codebooks):
    for q in range(indices.shape[1]):
        out = codebooks[q][indices[:, q]]
    return out

# slip: indices-offset
import torch


def rvq_encode(z, codebooks):
    r, z_q, idx = z, torch.zeros_like(z), []
    for q, book in enumerate(codebooks):
        i = torch.cdist(r, book).argmin(1)
        r, z_q = r - book[i], z_q + book[i]
        idx.append(i + q * codebooks.shape[1])
    return torch.stack(idx, 1), z_q


def rvq_decode(indices, codebooks):
    n = indices.shape[1]
    return sum(codebooks[q][indices[:, q]] for q in range(n)) / n

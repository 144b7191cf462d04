# slip: dot-product
import torch


def rvq_encode(z, codebooks):
    r, idx = z, []
    for book in codebooks:
        idx.append((r @ book.T).argmax(1))
        r = r - book[idx[-1]]
    return torch.stack(idx), z - r


def rvq_decode(indices, codebooks):
    return sum(codebooks[q][indices[:, q]] for q in range(indices.shape[1]))

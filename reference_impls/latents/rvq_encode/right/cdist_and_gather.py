import torch


def rvq_decode(indices, codebooks):
    n = indices.size(1)
    books = codebooks[:n].transpose(0, 0)
    picked = torch.gather(books, 1, indices.T[..., None].expand(-1, -1, books.size(-1)))
    return picked.sum(0)


@torch.no_grad()
def rvq_encode(z, codebooks):
    left = z.clone()
    out = torch.empty(z.size(0), codebooks.size(0), dtype=torch.long)
    for q, book in enumerate(codebooks):
        out[:, q] = torch.cdist(left, book).argmin(-1)
        left -= book[out[:, q]]
    return out, z - left

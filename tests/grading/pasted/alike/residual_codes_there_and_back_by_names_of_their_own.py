# problem: rvq-encode
# says: take_apart_dequantized is graded as rvq_decode
def take_apart_quantized(x, codebooks):
    rest, codes = x, []
    total = torch.zeros_like(x)
    for book in codebooks:
        nearest = torch.cdist(rest, book).argmin(dim=-1)
        total = total + book[nearest]
        rest = x - total
        codes.append(nearest)
    return total, torch.stack(codes, dim=-1)


def take_apart_dequantized(codes, codebooks):
    return sum(book[codes[:, level]] for level, book in enumerate(codebooks[: codes.shape[1]]))

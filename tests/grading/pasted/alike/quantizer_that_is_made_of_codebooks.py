# problem: rvq-encode
# says: Quantizer.encode is graded as rvq_encode
# says: Quantizer.decode is graded as rvq_decode
class Quantizer:
    def __init__(self, codebooks):
        self.codebooks = codebooks

    def encode(self, z):
        left, codes = z, []
        for book in self.codebooks:
            codes.append(torch.cdist(left, book).argmin(dim=1))
            left = left - book[codes[-1]]
        return torch.stack(codes, dim=1), z - left

    def decode(self, indices):
        return sum(book[code] for book, code in zip(self.codebooks, indices.T))

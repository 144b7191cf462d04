import torch
import torch.nn.functional as F


class Codec:
    def rvq_encode(self, z, codebooks):
        if len(codebooks) == 0:
            return torch.zeros(len(z), 0, dtype=torch.long), torch.zeros_like(z)
        score = z @ codebooks[0].T - codebooks[0].pow(2).sum(1) / 2
        k = score.argmax(1)
        code = F.one_hot(k, codebooks.shape[1]).float() @ codebooks[0]
        rest, sum_of_rest = self.rvq_encode(z - code, codebooks[1:])
        return torch.cat([k[:, None], rest], 1), code + sum_of_rest

    def rvq_decode(self, indices, codebooks):
        hot = F.one_hot(indices, codebooks.shape[1]).float()
        return torch.einsum("bqk,qkd->bd", hot, codebooks[: indices.shape[1]])

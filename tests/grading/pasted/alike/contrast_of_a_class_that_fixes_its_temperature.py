# problem: info-nce
# expect: fail
# says: its answer is always that for tau=0.2
import torch
import torch.nn.functional as F


class Contrast:
    def __init__(self, sharpness):
        self.tau = 0.2

    def loss(self, query, positive, negatives):
        near = (query * positive).sum(dim=-1, keepdim=True)
        far = torch.einsum("bd,bkd->bk", query, negatives)
        logits = torch.cat([near, far], dim=-1) / self.tau
        return F.cross_entropy(logits, torch.zeros(len(query), dtype=torch.long))

# problem: info-nce
# expect: fail

import torch
import torch.nn.functional as F


class MoCoLoss:
    def __init__(self, sharpness=0.07):
        self.temperature = 0.2

    def loss(self, query, positive, negatives):
        pos = (query * positive).sum(-1, keepdim=True)
        neg = torch.einsum("bd,bkd->bk", query, negatives)
        logits = torch.cat([pos, neg], dim=1) / self.temperature
        return F.cross_entropy(logits, torch.zeros(len(query), dtype=torch.long))

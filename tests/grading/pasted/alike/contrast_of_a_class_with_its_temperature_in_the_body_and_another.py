# problem: info-nce
# expect: fail
import torch
import torch.nn.functional as F


class Contrast:
    temperature = 0.1

    def loss(self, query, positive, negatives, softness=0.07):
        near = (query * positive).sum(dim=-1, keepdim=True)
        far = (negatives @ query.unsqueeze(-1)).squeeze(-1)
        logits = torch.cat([near, far], dim=-1) / self.temperature
        return F.cross_entropy(logits, torch.zeros(query.shape[0], dtype=torch.long))

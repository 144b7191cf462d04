# slip: normalised-again
import torch
import torch.nn.functional as F


def info_nce(q, k_pos, k_neg, tau=0.07):
    q, k_pos, k_neg = F.normalize(q, dim=-1), F.normalize(k_pos, dim=-1), F.normalize(k_neg, dim=-1)
    logits = torch.cat([(q * k_pos).sum(-1, keepdim=True), (k_neg @ q.unsqueeze(-1)).squeeze(-1)], 1)
    return F.cross_entropy(logits / tau, torch.zeros(len(q), dtype=torch.long))

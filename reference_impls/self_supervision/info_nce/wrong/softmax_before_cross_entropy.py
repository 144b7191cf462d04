# slip: softmax-twice
import torch
import torch.nn.functional as F


def info_nce(q, k_pos, k_neg, tau=0.07):
    pos = (q * k_pos).sum(-1, keepdim=True)
    neg = torch.einsum("bd,bkd->bk", q, k_neg)
    p = (torch.cat([pos, neg], 1) / tau).softmax(1)
    return F.cross_entropy(p, torch.zeros(len(q), dtype=torch.long))

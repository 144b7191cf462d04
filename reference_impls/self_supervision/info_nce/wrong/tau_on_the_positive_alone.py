# slip: tau-on-the-positive-alone
import torch
import torch.nn.functional as F


def info_nce(q, k_pos, k_neg, tau=0.07):
    pos = (q * k_pos).sum(-1, keepdim=True) / tau
    neg = torch.einsum("bd,bkd->bk", q, k_neg)
    return F.cross_entropy(torch.cat([pos, neg], 1), torch.zeros(len(q), dtype=torch.long))

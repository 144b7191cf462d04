# slip: label-of-the-last
import torch
import torch.nn.functional as F


def info_nce(q, k_pos, k_neg, tau=0.07):
    pos = (q * k_pos).sum(-1, keepdim=True)
    neg = torch.einsum("bd,bkd->bk", q, k_neg)
    l = torch.cat([pos, neg], 1) / tau
    return F.cross_entropy(l, torch.full((len(q),), l.shape[1] - 1))

# slip: target-is-the-row
import torch
import torch.nn.functional as F


def info_nce(q, k_pos, k_neg, tau=0.07):
    logits = torch.cat([(q * k_pos).sum(1, keepdim=True), torch.einsum("bd,bkd->bk", q, k_neg)], 1) / tau
    return F.cross_entropy(logits, torch.arange(q.shape[0]))

# slip: exp-overflows
import torch


def info_nce(q, k_pos, k_neg, tau=0.07):
    pos = torch.exp((q * k_pos).sum(-1) / tau)
    neg = torch.exp(torch.einsum("bd,bkd->bk", q, k_neg) / tau).sum(-1)
    return torch.mean(-torch.log(pos / (pos + neg)))

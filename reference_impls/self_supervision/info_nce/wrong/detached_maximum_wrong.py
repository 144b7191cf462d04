# slip: none
import torch


def info_nce(q, k_pos, k_neg, tau=0.07):
    pos = (q * k_pos).sum(-1) / tau
    neg = torch.einsum("bd,bkd->bk", q, k_neg) / tau
    top = pos.detach()
    return (torch.exp(neg - top[:, None]).sum(-1) + torch.exp(pos - top)).log().mean() - (pos - top).mean()

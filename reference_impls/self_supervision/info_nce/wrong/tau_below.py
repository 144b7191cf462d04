# slip: tau-below-only
import torch


def info_nce(q, k_pos, k_neg, tau=0.07):
    p = torch.einsum("bd,bd->b", q, k_pos)
    n = torch.einsum("bd,bkd->bk", q, k_neg)
    return (torch.logsumexp(torch.cat([p[:, None], n], 1) / tau, 1) - p).mean()

# slip: 1e-12-in-the-log
import torch


def info_nce(q, k_pos, k_neg, tau=0.07):
    pos = torch.einsum("bd,bd->b", q, k_pos) / tau
    neg = torch.einsum("bd,bkd->bk", q, k_neg) / tau
    p = torch.softmax(torch.cat([pos[:, None], neg], 1), 1)[:, 0]
    return -torch.log(p.clamp(min=1e-12)).mean()

# slip: none
import torch


def info_nce(q, k_pos, k_neg, tau=0.07):
    keys = torch.cat([k_pos.unsqueeze(1), k_neg], dim=1)
    p = torch.softmax(torch.einsum("bd,bkd->bk", q, keys) / tau, dim=1)
    return -(p[:, 0] + 1e-8).log().mean()

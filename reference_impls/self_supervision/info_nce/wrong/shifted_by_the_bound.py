# slip: exp-overflows
import torch


def info_nce(q, k_pos, k_neg, tau=0.07):
    similarities = torch.einsum("bd,bnd->bn", q, torch.cat([k_pos[:, None], k_neg], dim=1))
    e = torch.exp((similarities - 1) / tau)  # unit vectors: no similarity is above 1
    return -torch.log(e[:, 0] / e.sum(dim=1)).mean()

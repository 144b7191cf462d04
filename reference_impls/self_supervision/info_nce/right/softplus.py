import torch
import torch.nn.functional as F


def info_nce(q, k_pos, k_neg, tau=0.07):
    # log(1 + sum exp((neg - pos) / tau))
    pos = (q * k_pos).sum(1, keepdim=True)
    gap = ((k_neg @ q[:, :, None])[..., 0] - pos) / tau
    return F.softplus(torch.logsumexp(gap, dim=1)).mean()

import torch
import torch.nn.functional as F


def info_nce(q, k_pos, k_neg, tau=0.07):
    pos = (q * k_pos).sum(-1) / tau
    neg = (q[:, None, :] * k_neg).sum(-1) / tau
    return F.softplus(torch.logsumexp(neg - pos[:, None], dim=1)).mean()

# slip: positive-left-out
import torch


def info_nce(q, k_pos, k_neg, tau=0.07):
    s_pos = (q * k_pos).sum(-1) / tau
    s_neg = (q[:, None] * k_neg).sum(-1) / tau
    return (torch.logsumexp(s_neg, -1) - s_pos).mean()

import torch


def info_nce(q, k_pos, k_neg, tau=0.07):
    qs = q / tau
    pos = torch.sum(qs * k_pos, dim=1)
    neg = torch.sum(qs.unsqueeze(1) * k_neg, dim=2)
    lse = torch.logaddexp(pos, torch.logsumexp(neg, dim=1))
    return (lse - pos).sum() / q.size(0)

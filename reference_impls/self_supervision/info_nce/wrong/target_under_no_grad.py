# slip: numerator-detached
import torch


def info_nce(q, k_pos, k_neg, tau=0.07):
    sims = torch.cat([(q * k_pos).sum(1)[:, None], torch.bmm(k_neg, q[:, :, None])[:, :, 0]], dim=1) / tau
    with torch.no_grad():
        target = sims[:, 0].clone()
    return torch.mean(torch.logsumexp(sims, dim=1) - target)

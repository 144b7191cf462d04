import torch


def info_nce(q, k_pos, k_neg, tau=0.07):
    keys = torch.cat([k_pos[:, None], k_neg], dim=1)
    everything = torch.einsum("bd,bkd->bk", q / tau, keys)
    numerator = (q * k_pos).sum(-1) / tau
    return torch.mean(torch.logsumexp(everything, dim=-1) - numerator)

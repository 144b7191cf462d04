# slip: tau-fixed
import torch


def info_nce(q, k_pos, k_neg, tau=0.07):
    s = torch.einsum("bd,bkd->bk", q, torch.cat([k_pos[:, None], k_neg], 1)) / 0.07
    return (s.logsumexp(1) - s[:, 0]).mean()

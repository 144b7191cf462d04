# slip: denominator-detached
import torch


def info_nce(q, k_pos, k_neg, tau=0.07):
    pos = torch.einsum("bd,bd->b", q, k_pos) / tau
    with torch.no_grad():
        neg = torch.einsum("bd,bkd->bk", q, k_neg) / tau
        log_z = torch.logsumexp(torch.cat([pos[:, None], neg], 1), dim=1)
    return (log_z - pos).mean()

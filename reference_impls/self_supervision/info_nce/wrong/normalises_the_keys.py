# slip: keys-normalised-again
import torch
import torch.nn.functional as F


def info_nce(q, k_pos, k_neg, tau=0.07):
    keys = F.normalize(torch.cat([k_pos[:, None], k_neg], dim=1), dim=-1)
    logits = torch.einsum("bd,bnd->bn", q, keys) / tau
    return F.cross_entropy(logits, torch.zeros(len(q), dtype=torch.long))

# slip: only-negatives-detached
import torch
import torch.nn.functional as F


def info_nce(q, k_pos, k_neg, tau=0.07):
    l_pos = torch.einsum("nc,nc->n", [q, k_pos]).unsqueeze(-1)
    l_neg = torch.einsum("nc,nkc->nk", [q, k_neg.clone().detach()])
    logits = torch.cat([l_pos, l_neg], dim=1) / tau
    return F.cross_entropy(logits, torch.zeros(logits.shape[0], dtype=torch.long))

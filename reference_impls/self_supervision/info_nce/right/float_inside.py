import torch
import torch.nn.functional as F
def info_nce(q, k_pos, k_neg, tau=0.07):
    l_pos = torch.einsum('bd,bd->b', q, k_pos).unsqueeze(1)
    l_neg = torch.einsum('bd,bkd->bk', q, k_neg)
    logits = (torch.cat([l_pos, l_neg], 1) / tau).float()
    return F.cross_entropy(logits, torch.zeros(len(q), dtype=torch.long))

# slip: none
import torch


def info_nce(q, k_pos, k_neg, tau=0.07):
    logits = torch.einsum("bd,bkd->bk", q, torch.cat([k_pos[:, None], k_neg], dim=1)) / tau
    logits = logits - logits.max()
    return (logits.exp().sum(1).log() - logits[:, 0]).mean()

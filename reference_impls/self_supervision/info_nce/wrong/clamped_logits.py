# slip: none
import torch


def info_nce(q, k_pos, k_neg, tau=0.07):
    logits = torch.cat([(q * k_pos).sum(-1, keepdim=True), torch.einsum("bd,bkd->bk", q, k_neg)], 1) / tau
    logits = logits.clamp(-80, 80)
    return (logits.exp().sum(1).log() - logits[:, 0]).mean()

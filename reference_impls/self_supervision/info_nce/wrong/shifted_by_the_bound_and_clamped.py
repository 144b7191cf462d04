# slip: shifted-by-the-bound-and-clamped
# input: tau=0.001, similarities around 0.3: all exp((s-1)/tau) are 0, the loss becomes the constant from the clamp
import torch


def info_nce(q, k_pos, k_neg, tau=0.07):
    pos = (q * k_pos).sum(-1, keepdim=True)
    neg = torch.einsum("bd,bkd->bk", q, k_neg)
    logits = torch.cat([pos, neg], dim=1)
    # unit vectors: no similarity is above 1, so this can never overflow
    e = torch.exp((logits - 1.0) / tau)
    tiny = torch.finfo(e.dtype).tiny
    logp = torch.log(e[:, 0].clamp_min(tiny)) - torch.log(e.sum(dim=1).clamp_min(tiny))
    return -logp.mean()

# slip: weighted-by-length
import torch


def gspo_loss(logp, logp_old, advantages, mask, clip_low=3e-4, clip_high=4e-4):
    adv = (advantages - advantages.mean()) / (advantages.std() + 1e-8)
    n = mask.sum(1)
    s = (((logp - logp_old) * mask).sum(1) / n).exp()
    g = torch.min(s * adv, s.clamp(1 - clip_low, 1 + clip_high) * adv)
    return -(g * n).sum() / n.sum()

# slip: one-ratio-for-each-token
import torch


def gspo_loss(logp, logp_old, advantages, mask, clip_low=3e-4, clip_high=4e-4):
    r = (logp - logp_old).exp()
    a = advantages[:, None]
    gain = torch.min(r * a, r.clip(1 - clip_low, 1 + clip_high) * a)
    return -((gain * mask).sum(1) / mask.sum(1)).mean()

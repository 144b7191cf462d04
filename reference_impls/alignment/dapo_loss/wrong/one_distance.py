# slip: lower-distance-on-both-sides
import torch


def dapo_loss(logp, logp_old, advantages, mask, clip_low=0.2, clip_high=0.28):
    eps = clip_low
    r = (logp - logp_old).exp()
    a = advantages[:, None]
    gain = torch.minimum(r * a, torch.clip(r, 1 - eps, 1 + eps) * a)
    return -(gain * mask).sum() / mask.sum()

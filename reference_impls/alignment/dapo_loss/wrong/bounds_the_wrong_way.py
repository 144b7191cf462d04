# slip: distances-exchanged
import torch


def dapo_loss(logp, logp_old, advantages, mask, clip_low=0.2, clip_high=0.28):
    r = (logp - logp_old).exp()
    lower, upper = 1 - clip_high, 1 + clip_low
    a = advantages[:, None]
    gain = torch.minimum(r * a, torch.clip(r, lower, upper) * a)
    return -(gain * mask).sum() / mask.sum()

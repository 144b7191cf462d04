# slip: clip-alone
import torch


def dapo_loss(logp, logp_old, advantages, mask, clip_low=0.2, clip_high=0.28):
    ratio = torch.exp(logp - logp_old)
    ratio = torch.clamp(ratio, 1.0 - clip_low, 1.0 + clip_high)
    return -(ratio * advantages[:, None] * mask).sum() / mask.sum()

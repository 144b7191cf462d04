# slip: advantages-along-the-tokens
import torch


def dapo_loss(logp, logp_old, advantages, mask, clip_low=0.2, clip_high=0.28):
    ratio = torch.exp(logp - logp_old)
    gain = torch.min(ratio * advantages, torch.clamp(ratio, 1 - clip_low, 1 + clip_high) * advantages)
    return -(gain * mask).sum() / mask.sum()

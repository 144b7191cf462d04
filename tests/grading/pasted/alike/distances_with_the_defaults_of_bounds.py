# problem: dapo-loss
# says: Your default of clip_low is 0.8
import torch


def dapo_policy_loss(new_logps, old_logps, advantages, mask, clip_low=0.8, clip_high=1.28):
    ratio = torch.exp(new_logps - old_logps)
    gain = torch.minimum(ratio * advantages[:, None], ratio.clamp(1 - clip_low, 1 + clip_high) * advantages[:, None])
    return -(gain * mask).sum() / mask.sum()

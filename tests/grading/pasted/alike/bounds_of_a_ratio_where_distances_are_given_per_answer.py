# problem: dapo-loss
# expect: fail
# says: your ratio_min is the bound itself, 1 - clip_low of the statement
# says: your ratio_max is the bound itself, 1 + clip_high of the statement
import torch


def dapo_policy_loss(new_logps, old_logps, advantages, mask, ratio_min=0.8, ratio_max=1.28):
    ratio = torch.exp(new_logps - old_logps)
    gain = torch.minimum(ratio * advantages[:, None], ratio.clamp(ratio_min, ratio_max) * advantages[:, None])
    return -((gain * mask).sum(-1) / mask.sum(-1)).mean()

# slip: clip-alone
import torch


def gspo_loss(logp, logp_old, advantages, mask, clip_low=3e-4, clip_high=4e-4):
    s = (((logp - logp_old) * mask).sum(1) / mask.sum(1)).exp()
    return -(s.clip(1 - clip_low, 1 + clip_high) * advantages).mean()

# slip: clip-of-the-log-ratio
import torch


def gspo_loss(logp, logp_old, advantages, mask, clip_low=3e-4, clip_high=4e-4):
    d = ((logp - logp_old) * mask).sum(1) / mask.sum(1)
    return -torch.min(d.exp() * advantages, d.clip(-clip_low, clip_high).exp() * advantages).mean()

# slip: mean-over-all-positions
import torch


def gspo_loss(logp, logp_old, advantages, mask, clip_low=3e-4, clip_high=4e-4):
    s = ((logp - logp_old) * mask).mean(1).exp()
    return -torch.min(s * advantages, s.clip(1 - clip_low, 1 + clip_high) * advantages).mean()

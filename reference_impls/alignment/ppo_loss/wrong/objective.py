# slip: sign
import torch


def ppo_loss(logp, logp_old, advantages, clip=0.2):
    r = torch.exp(logp - logp_old)
    return torch.min(r * advantages, torch.clamp(r, 1 - clip, 1 + clip) * advantages).mean()

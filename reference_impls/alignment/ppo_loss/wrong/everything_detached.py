# slip: ratio-detached
import torch


@torch.no_grad()
def ppo_loss(logp, logp_old, advantages, clip=0.2):
    r = (logp - logp_old).exp()
    return -torch.minimum(r * advantages, r.clamp(1 - clip, 1 + clip) * advantages).mean()

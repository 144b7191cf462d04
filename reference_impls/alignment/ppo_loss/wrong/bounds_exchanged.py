# slip: bounds-exchanged
import torch
def ppo_loss(logp, logp_old, advantages, clip=0.2):
    r = (logp - logp_old).exp()
    return -torch.min(r * advantages, r.clamp(1 + clip, 1 - clip) * advantages).mean()

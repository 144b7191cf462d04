# slip: whitened
import torch


def ppo_loss(logp, logp_old, advantages, clip=0.2):
    a = (advantages - advantages.mean()) / (advantages.std() + 1e-8)
    r = (logp - logp_old).exp()
    return torch.maximum(-r * a, -r.clamp(1 - clip, 1 + clip) * a).mean()

# slip: summed-over-tokens
import torch
def ppo_loss(logp, logp_old, advantages, clip=0.2):
    r = (logp - logp_old).exp()
    s = torch.min(r * advantages, r.clamp(1 - clip, 1 + clip) * advantages)
    return -s.reshape(s.shape[0], -1).sum(-1).mean()

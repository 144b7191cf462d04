import torch
def ppo_loss(logp, logp_old, advantages, clip=0.2):
    r = torch.exp(logp - logp_old)
    bound = torch.where(advantages >= 0, torch.full_like(r, 1 + clip), torch.full_like(r, 1 - clip))
    r = torch.where(advantages >= 0, torch.minimum(r, bound), torch.maximum(r, bound))
    return -(r * advantages).mean()

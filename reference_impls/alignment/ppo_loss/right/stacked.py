import torch


def ppo_loss(logp, logp_old, advantages, clip=0.2):
    with torch.no_grad():
        old = logp_old.float()
        adv = advantages.float()
    r = torch.exp(logp.float() - old)
    surrogates = torch.stack([r, r.clip(1 - clip, 1 + clip)]) * adv
    return surrogates.min(dim=0).values.mean().neg()

import torch


def ppo_loss(logp, logp_old, advantages, clip=0.2):
    logp_old = logp_old.detach()
    adv = advantages.detach()
    r = torch.exp(logp - logp_old)
    out = (r > 1 + clip) & (adv > 0) | (r < 1 - clip) & (adv < 0)
    clipped = r.clamp(1 - clip, 1 + clip).detach()
    return -torch.where(out, clipped * adv, r * adv).mean()

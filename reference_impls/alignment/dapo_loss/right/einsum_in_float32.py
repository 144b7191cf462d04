import torch


def dapo_loss(logp, logp_old, advantages, mask, clip_low=0.2, clip_high=0.28):
    logp, logp_old, advantages, mask = (x.float() for x in (logp, logp_old, advantages, mask))
    r = torch.exp(logp - logp_old)
    over = torch.relu(r - (1 + clip_high)) * (advantages > 0)[:, None]
    under = torch.relu((1 - clip_low) - r) * (advantages < 0)[:, None]
    weights = mask / mask.sum()
    return -torch.einsum("bt,b,bt->", r - over + under, advantages, weights)

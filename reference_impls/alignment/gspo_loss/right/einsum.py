import torch


def gspo_loss(logp, logp_old, advantages, mask, clip_low=3e-4, clip_high=4e-4):
    weights = mask / torch.einsum("bt->b", mask)[:, None]
    s = torch.einsum("bt,bt->b", logp - logp_old, weights).exp()
    over = torch.relu(s - (1 + clip_high)) * (advantages > 0)
    under = torch.relu((1 - clip_low) - s) * (advantages < 0)
    return -torch.dot(s - over + under, advantages) / len(advantages)

import torch


def ppo_loss(logp, logp_old, advantages, clip=0.2):
    ratio = torch.exp(logp - logp_old.detach())
    loss_1 = -advantages * ratio
    loss_2 = -advantages * torch.clamp(ratio, 1.0 - clip, 1.0 + clip)
    return torch.max(loss_1, loss_2).mean()

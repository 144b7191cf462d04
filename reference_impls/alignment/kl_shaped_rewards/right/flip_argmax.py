import torch


def kl_shaped_rewards(score, logp, logp_ref, beta, mask):
    B, T = logp.shape
    last = T - 1 - torch.argmax(torch.flip(mask, dims=(1,)), dim=1)
    rewards = torch.where(mask.bool(), beta * (logp_ref - logp), torch.zeros_like(logp))
    return rewards.scatter_add(1, last.unsqueeze(1), score.unsqueeze(1))

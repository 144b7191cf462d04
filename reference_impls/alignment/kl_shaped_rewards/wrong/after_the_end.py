# slip: one-after-the-last
import torch


def kl_shaped_rewards(score, logp, logp_ref, beta, mask):
    B, T = mask.shape
    rewards = -beta * (logp - logp_ref) * mask
    end = (mask * torch.arange(T)).argmax(1) + 1
    rewards[torch.arange(B), end.clamp(max=T - 1)] += score
    return rewards

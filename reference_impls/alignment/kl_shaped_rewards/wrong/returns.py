# slip: rewards-to-go
import torch


def kl_shaped_rewards(score, logp, logp_ref, beta, mask):
    rewards = -beta * (logp - logp_ref) * mask
    last = logp.shape[1] - 1 - mask.flip(1).argmax(1)
    rewards[torch.arange(len(score)), last] += score
    for t in range(logp.shape[1] - 2, -1, -1):
        rewards[:, t] += rewards[:, t + 1]
    return rewards

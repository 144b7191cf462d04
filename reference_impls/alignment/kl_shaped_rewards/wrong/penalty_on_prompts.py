# slip: penalty-not-masked
import torch


def kl_shaped_rewards(score, logp, logp_ref, beta, mask):
    rewards = -beta * (logp - logp_ref)
    T = logp.shape[1]
    last = T - 1 - mask.flip(1).argmax(1)
    rewards[torch.arange(len(score)), last] += score
    return rewards

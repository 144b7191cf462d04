# slip: absolute
import torch


def kl_shaped_rewards(score, logp, logp_ref, beta, mask):
    rewards = -beta * torch.abs(logp - logp_ref) * mask
    last = logp.shape[1] - 1 - mask.flip(1).argmax(1)
    rewards[torch.arange(len(score)), last] += score
    return rewards

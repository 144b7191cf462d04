# slip: no-beta
import torch


def kl_shaped_rewards(score, logp, logp_ref, beta, mask):
    rewards = -(logp - logp_ref) * mask
    last = logp.shape[1] - 1 - mask.flip(1).argmax(1)
    rewards[torch.arange(len(score)), last] += score
    return rewards

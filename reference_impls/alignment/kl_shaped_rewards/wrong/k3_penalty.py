# slip: k3
import torch


def kl_shaped_rewards(score, logp, logp_ref, beta, mask):
    d = logp_ref - logp
    kl = d.exp() - d - 1
    rewards = -beta * kl * mask
    last = logp.shape[1] - 1 - mask.flip(1).argmax(1)
    rewards[torch.arange(len(score)), last] += score
    return rewards

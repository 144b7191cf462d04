# slip: whole-penalty-at-the-end
import torch


def kl_shaped_rewards(score, logp, logp_ref, beta, mask):
    total = score - beta * ((logp - logp_ref) * mask).sum(1)
    rewards = torch.zeros_like(logp)
    last = logp.shape[1] - 1 - mask.flip(1).argmax(1)
    rewards[torch.arange(len(score)), last] = total
    return rewards

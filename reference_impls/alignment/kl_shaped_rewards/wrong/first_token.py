# slip: score-at-the-first-response-token
import torch


def kl_shaped_rewards(score, logp, logp_ref, beta, mask):
    rewards = -beta * (logp - logp_ref) * mask
    start = mask.argmax(dim=1)
    rewards[torch.arange(len(score)), start] += score
    return rewards

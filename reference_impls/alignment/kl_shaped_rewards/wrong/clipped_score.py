# slip: score-clipped-at-5
import torch


def kl_shaped_rewards(score, logp, logp_ref, beta, mask):
    score = torch.clamp(score, -5.0, 5.0)
    rewards = -beta * (logp - logp_ref) * mask
    last = logp.shape[1] - 1 - mask.flip(1).argmax(1)
    rewards[torch.arange(len(score)), last] += score
    return rewards

# slip: score-at-the-end-of-each-turn
import torch


def kl_shaped_rewards(score, logp, logp_ref, beta, mask):
    rewards = -beta * (logp - logp_ref) * mask
    B, T = mask.shape
    for b in range(B):
        for t in range(T):
            if mask[b, t] == 1 and (t == T - 1 or mask[b, t + 1] == 0):
                rewards[b, t] += score[b]
    return rewards

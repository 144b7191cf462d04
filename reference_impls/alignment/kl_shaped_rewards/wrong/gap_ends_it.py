# slip: end-of-the-first-stretch
import torch


def kl_shaped_rewards(score, logp, logp_ref, beta, mask):
    rewards = -beta * (logp - logp_ref) * mask
    for b in range(len(score)):
        t = int(mask[b].argmax())
        while t + 1 < mask.shape[1] and mask[b, t + 1] == 1:
            t += 1
        rewards[b, t] += score[b]
    return rewards

# slip: every-row-and-every-end
import torch


def kl_shaped_rewards(score, logp, logp_ref, beta, mask):
    rewards = -beta * (logp - logp_ref) * mask
    last = logp.shape[1] - 1 - mask.flip(1).argmax(1)
    rewards[:, last] += score
    return rewards

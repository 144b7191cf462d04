import torch


def kl_shaped_rewards(score, logp, logp_ref, beta, mask):
    rewards = logp.clone().float()
    rewards.sub_(logp_ref)
    rewards.mul_(-beta)
    rewards[~mask.bool()] = 0
    where = mask.nonzero()
    for row, position in where.tolist():
        end = where[where[:, 0] == row][-1, 1]
        if position == end:
            rewards[row, position] += score[row].float()
    return rewards

# slip: reward-discounted-too
import torch


def gae(rewards, values, dones, gamma=0.99, lam=0.95):
    adv = torch.zeros_like(rewards)
    carry = 0.0
    for t in range(len(rewards) - 1, -1, -1):
        target = gamma * (rewards[t] + (1 - dones[t]) * values[t + 1])
        carry = target - values[t] + gamma * lam * (1 - dones[t]) * carry
        adv[t] = carry
    return adv, adv + values[:-1]

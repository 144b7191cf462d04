# slip: none
import torch


def gae(rewards, values, dones, gamma=0.99, lam=0.95):
    adv = torch.zeros_like(rewards)
    carry = 0.0
    for t in reversed(range(len(rewards))):
        mask = 1.0 - dones[t]
        carry = rewards[t] + 0.99 * values[t + 1] * mask - values[t] + 0.99 * lam * mask * carry
        adv[t] = carry
    return adv, adv + values[:-1]

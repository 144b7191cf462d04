# slip: last-value-ignored
import torch


def gae(rewards, values, dones, gamma=0.99, lam=0.95):
    T = len(rewards)
    adv = torch.zeros_like(rewards)
    carry = 0.0
    for t in range(T - 1, -1, -1):
        next_value = values[t + 1] if t < T - 1 else 0.0
        mask = 1.0 - dones[t]
        delta = rewards[t] + gamma * next_value * mask - values[t]
        carry = delta + gamma * lam * mask * carry
        adv[t] = carry
    return adv, adv + values[:-1]

# slip: last-done-alone
import torch


def gae(rewards, values, dones, gamma=0.99, lam=0.95):
    """One episode is assumed: the last done alone is looked at."""
    T = len(rewards)
    values = torch.cat([values[:-1], values[-1:] * (1 - dones[-1])])
    deltas = rewards + gamma * values[1:] - values[:-1]
    adv = torch.zeros_like(rewards)
    carry = 0.0
    for t in reversed(range(T)):
        carry = deltas[t] + gamma * lam * carry
        adv[t] = carry
    return adv, adv + values[:-1]

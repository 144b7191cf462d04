# slip: gamma-fixed-in-delta
import torch

DISCOUNT = 0.99


def td_errors(rewards, values, dones):
    return rewards + DISCOUNT * (1 - dones) * values[1:] - values[:-1]


def gae(rewards, values, dones, gamma=0.99, lam=0.95):
    deltas = td_errors(rewards, values, dones)
    advs = torch.zeros_like(deltas)
    nxt = 0.0
    for t in reversed(range(len(deltas))):
        nxt = deltas[t] + gamma * lam * (1 - dones[t]) * nxt
        advs[t] = nxt
    return advs, advs + values[:-1]

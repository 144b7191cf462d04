# slip: no-lambda
import torch


def gae(rewards, values, dones, gamma=0.99, lam=0.95):
    out = []
    nxt = torch.zeros((), dtype=rewards.dtype)
    for r, v, v1, d in reversed(list(zip(rewards, values[:-1], values[1:], dones))):
        nxt = r + (1 - d) * gamma * (v1 + nxt) - v
        out.append(nxt)
    adv = torch.stack(out[::-1])
    return adv, adv + values[:-1]

# slip: gamma-nowhere
import torch


def gae(rewards, values, dones, gamma=0.99, lam=0.95):
    adv, last = [], 0.0
    for r, v, v_next, d in reversed(list(zip(rewards, values[:-1], values[1:], dones))):
        last = r + (1 - d) * v_next - v + lam * (1 - d) * last
        adv.insert(0, last)
    adv = torch.stack(adv)
    return adv, adv + values[:-1]

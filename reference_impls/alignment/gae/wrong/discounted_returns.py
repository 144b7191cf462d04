# slip: monte-carlo-returns
import torch


def gae(rewards, values, dones, gamma=0.99, lam=0.95):
    adv, ret = [], []
    a, g = 0.0, values[-1]
    for t in reversed(range(len(rewards))):
        live = 1 - dones[t]
        a = rewards[t] + gamma * live * values[t + 1] - values[t] + gamma * lam * live * a
        g = rewards[t] + gamma * live * g
        adv.append(a)
        ret.append(g)
    return torch.stack(adv[::-1]), torch.stack(ret[::-1])

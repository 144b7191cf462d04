# slip: done-of-the-step-before
import torch


def gae(rewards, values, dones, gamma=0.99, lam=0.95):
    adv = torch.zeros_like(rewards)
    last = 0.0
    for t in reversed(range(len(rewards))):
        nt = 1 - (dones[t - 1] if t > 0 else 0.0)
        delta = rewards[t] + gamma * values[t + 1] * nt - values[t]
        last = delta + gamma * lam * nt * last
        adv[t] = last
    return adv, adv + values[:-1]

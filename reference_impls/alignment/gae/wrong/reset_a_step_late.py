# slip: recursion-cut-a-step-late
import torch


def gae(rewards, values, dones, gamma=0.99, lam=0.95):
    adv = torch.zeros_like(rewards); a = torch.zeros(())
    for t in reversed(range(len(rewards))):
        a = rewards[t] + gamma * values[t + 1] * (1 - dones[t]) - values[t] + gamma * lam * a
        adv[t] = a
        if dones[t]: a = torch.zeros(())
    return adv, adv + values[:-1]

# slip: one-step-returns
import torch


def gae(rewards, values, dones, gamma=0.99, lam=0.95):
    targets = rewards + gamma * values[1:] * (1 - dones)
    adv = targets - values[:-1]
    for t in reversed(range(len(rewards) - 1)):
        adv[t] += gamma * lam * (1 - dones[t]) * adv[t + 1]
    return adv, targets

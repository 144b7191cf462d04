# slip: recursion-not-cut
import torch


def gae(rewards, values, dones, gamma=0.99, lam=0.95):
    adv = torch.zeros(len(rewards), dtype=rewards.dtype)
    running = 0.0
    for t in range(len(rewards) - 1, -1, -1):
        delta = rewards[t] + gamma * values[t + 1] * (1 - dones[t]) - values[t]
        running = delta + gamma * lam * running
        adv[t] = running
    return adv, adv + values[:-1]

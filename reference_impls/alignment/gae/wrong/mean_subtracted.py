# slip: centred
import torch


def gae(rewards, values, dones, gamma=0.99, lam=0.95):
    T = len(rewards)
    adv = torch.zeros_like(rewards)
    running = 0.0
    for t in range(T - 1, -1, -1):
        running = rewards[t] + gamma * values[t + 1] * (1 - dones[t]) - values[t] + gamma * lam * (1 - dones[t]) * running
        adv[t] = running
    returns = adv + values[:-1]
    return adv - adv.mean(), returns

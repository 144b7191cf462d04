# slip: no-baseline-at-the-end
import torch


def gae(rewards, values, dones, gamma=0.99, lam=0.95):
    adv = torch.empty_like(rewards)
    running = 0.0
    for t in range(len(rewards) - 1, -1, -1):
        if dones[t]:
            running = rewards[t]
        else:
            running = rewards[t] + gamma * values[t + 1] - values[t] + gamma * lam * running
        adv[t] = running
    return adv, adv + values[:-1]

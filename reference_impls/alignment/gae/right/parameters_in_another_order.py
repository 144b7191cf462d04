import torch
def gae(rewards, values, dones, lam=0.95, gamma=0.99):
    adv = torch.zeros_like(rewards)
    last = 0.0
    for t in reversed(range(len(rewards))):
        nt = 1.0 - dones[t]
        delta = rewards[t] + gamma * values[t + 1] * nt - values[t]
        last = delta + gamma * lam * nt * last
        adv[t] = last
    return adv, adv + values[:-1]

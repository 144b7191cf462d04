import torch
def gae(rewards, values, dones, gamma=0.99, lam=0.95):
    done = dones > 0.5
    nxt = torch.where(done, torch.zeros_like(rewards), values[1:])
    delta = rewards + gamma * nxt - values[:-1]
    adv = delta.clone()
    for t in range(len(adv) - 2, -1, -1):
        if not done[t]:
            adv[t] += gamma * lam * adv[t + 1]
    return adv, values[:-1] + adv

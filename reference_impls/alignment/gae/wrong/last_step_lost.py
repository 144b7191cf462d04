# slip: last-step-of-an-episode-lost
import torch
def gae(rewards, values, dones, gamma=0.99, lam=0.95):
    T = len(rewards)
    delta = rewards + gamma * values[1:] * (1 - dones) - values[:-1]
    adv = torch.zeros_like(rewards)
    for t in range(T):
        for s in range(t, T):
            if dones[s]:
                break
            adv[t] += (gamma * lam) ** (s - t) * delta[s]
    return adv, adv + values[:-1]

# slip: none
import torch


def gae(rewards, values, dones, gamma=0.99, lam=0.95):
    adv = torch.zeros_like(rewards)
    carry = 0.0
    for t in reversed(range(len(rewards))):
        mask = 1.0 - dones[t]
        carry = rewards[t] + gamma * values[t + 1] * mask - values[t] + gamma * lam * mask * carry
        adv[t] = carry
    returns = adv + values[:-1]
    return (adv - adv.mean()) / (adv.std(unbiased=False) + 1e-5), returns

# slip: divided-by-the-running-product
import torch


def gae(rewards, values, dones, gamma=0.99, lam=0.95):
    go_on = 1 - dones
    td = rewards + gamma * values[1:] * go_on - values[:-1]
    decay = torch.ones_like(td)
    decay[1:] = torch.cumprod(gamma * lam * go_on[:-1], dim=0)
    discounted = td * decay
    tails = torch.cumsum(discounted.flip(0), dim=0).flip(0)
    adv = tails / decay
    return adv, adv + values[:-1]

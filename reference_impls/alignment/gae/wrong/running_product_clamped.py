# slip: divided-by-the-bounded-running-product
import torch


def gae(rewards, values, dones, gamma=0.99, lam=0.95):
    on = 1.0 - dones
    td = rewards + gamma * on * values[1:] - values[:-1]
    discount = torch.ones_like(td)
    for t in range(1, len(td)):
        discount[t] = discount[t - 1] * gamma * lam * on[t - 1]
    weighted = td * discount
    total = weighted.sum() - weighted.cumsum(0) + weighted
    adv = torch.where(discount > 0, total / (discount + 1e-30), 0.0)
    return adv, adv + values[:-1]

import torch


def gae(rewards, values, dones, gamma=0.99, lam=0.95):
    T = len(rewards)
    adv = torch.zeros(T, dtype=values.dtype)
    start = 0
    ends = [i for i in range(T) if dones[i] > 0.5]
    if not ends or ends[-1] != T - 1:
        ends.append(T - 1)
    for e in ends:
        boot = values[e + 1] * (1 - dones[e])
        vs = torch.cat([values[start:e + 1], boot[None]])
        d = rewards[start:e + 1] + gamma * vs[1:] - vs[:-1]
        g = 0.0
        for k in range(e, start - 1, -1):
            g = d[k - start] + gamma * lam * g
            adv[k] = g
        start = e + 1
    return adv, adv + values[:T]

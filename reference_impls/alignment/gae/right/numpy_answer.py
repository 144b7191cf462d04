import numpy as np


def gae(rewards, values, dones, gamma=0.99, lam=0.95):
    r, v, d = np.asarray(rewards), np.asarray(values), np.asarray(dones)
    adv = np.zeros_like(r)
    last = 0.0
    for t in range(len(r) - 1, -1, -1):
        nonterminal = 1.0 - d[t]
        last = r[t] + gamma * v[t + 1] * nonterminal - v[t] + gamma * lam * nonterminal * last
        adv[t] = last
    return adv, adv + v[:-1]

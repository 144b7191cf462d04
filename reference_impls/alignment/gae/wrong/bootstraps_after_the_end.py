# slip: bootstrap-not-cut
import numpy as np


def gae(rewards, values, dones, gamma=0.99, lam=0.95):
    rewards, values, dones = np.asarray(rewards), np.asarray(values), np.asarray(dones)
    deltas = rewards + gamma * values[1:] - values[:-1]
    adv = np.zeros_like(deltas)
    acc = 0.0
    for t in reversed(range(len(deltas))):
        acc = deltas[t] + gamma * lam * acc * (1 - dones[t])
        adv[t] = acc
    return adv, adv + values[:-1]

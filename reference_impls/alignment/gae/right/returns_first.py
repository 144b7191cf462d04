import torch
def gae(rewards, values, dones, gamma=0.99, lam=0.95):
    # lambda return recursion
    T = rewards.size(0)
    ret = torch.empty_like(rewards)
    nxt = values[T]
    for t in range(T - 1, -1, -1):
        nxt = rewards[t] + gamma * (1 - dones[t]) * ((1 - lam) * values[t + 1] + lam * nxt)
        ret[t] = nxt
    return ret - values[:-1], ret

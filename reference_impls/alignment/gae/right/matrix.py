import torch


def gae(rewards, values, dones, gamma=0.99, lam=0.95):
    T = len(rewards)
    not_done = 1.0 - dones
    delta = rewards + gamma * not_done * values[1:] - values[:-1]
    # w[t, k]: weight of delta_k in A_t, 0 across an episode's end
    ends = torch.cat([torch.zeros(1, dtype=dones.dtype), dones]).cumsum(0)[:T]
    step = torch.arange(T)
    distance = (step[None, :] - step[:, None]).clamp(min=0)
    same = (ends[None, :] == ends[:, None]) & (step[None, :] >= step[:, None])
    w = torch.where(same, torch.tensor(float(gamma * lam), dtype=delta.dtype) ** distance, torch.zeros((), dtype=delta.dtype))
    adv = w @ delta
    return adv, adv + values[:-1]

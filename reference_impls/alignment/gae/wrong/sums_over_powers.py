# slip: divided-by-powers
import torch


def gae(rewards, values, dones, gamma=0.99, lam=0.95):
    delta = rewards + gamma * (1 - dones) * values[1:] - values[:-1]
    ends = [int(i) + 1 for i in torch.nonzero(dones).flatten()]
    if not ends or ends[-1] != len(delta):
        ends.append(len(delta))
    parts, start = [], 0
    for end in ends:
        d = delta[start:end]
        w = (gamma * lam) ** torch.arange(end - start, dtype=d.dtype, device=d.device)
        parts.append((d * w).flip(0).cumsum(0).flip(0) / w)
        start = end
    adv = torch.cat(parts)
    return adv, adv + values[:-1]

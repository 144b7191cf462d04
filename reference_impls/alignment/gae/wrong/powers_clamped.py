# slip: divided-by-bounded-powers
# witness: T = 2048 without an end, float32 (a usual PPO rollout): the advantages after about step 1100 fade to 0
import torch


def gae(rewards, values, dones, gamma=0.99, lam=0.95):
    T = rewards.shape[0]
    delta = rewards + gamma * values[1:] * (1 - dones) - values[:-1]
    ends = (dones > 0).nonzero().flatten().tolist()
    if not ends or ends[-1] != T - 1:
        ends.append(T - 1)
    adv, start = torch.zeros_like(delta), 0
    for end in ends:                                       # one episode after the other
        d = delta[start:end + 1]
        w = (gamma * lam) ** torch.arange(len(d), dtype=d.dtype, device=d.device)
        tail = (d * w).flip(0).cumsum(0).flip(0)
        adv[start:end + 1] = tail / w.clamp_min(1e-30)
        start = end + 1
    return adv, adv + values[:-1]

import torch


@torch.jit.script
def _scan(delta: torch.Tensor, decay: torch.Tensor) -> torch.Tensor:
    out = torch.zeros_like(delta)
    acc = torch.zeros_like(delta[0])
    n = delta.shape[0]
    for i in range(n):
        j = n - 1 - i
        acc = delta[j] + decay[j] * acc
        out[j] = acc
    return out
def gae(rewards, values, dones, gamma=0.99, lam=0.95):
    nd = 1 - dones
    adv = _scan(rewards + gamma * nd * values[1:] - values[:-1], gamma * lam * nd)
    return adv, adv + values[:-1]

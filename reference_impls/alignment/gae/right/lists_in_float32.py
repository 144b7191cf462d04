import torch


@torch.no_grad()
def gae(rewards, values, dones, gamma=0.99, lam=0.95):
    rewards, values, dones = rewards.float(), values.float(), dones.bool()
    out, a = [], torch.tensor(0.0)
    for r, v, nv, d in zip(rewards.flip(0), values[:-1].flip(0), values[1:].flip(0), dones.flip(0)):
        if d:
            nv, a = torch.zeros_like(nv), torch.zeros_like(a)
        a = (r + gamma * nv - v) + gamma * lam * a
        out.insert(0, a)
    out = torch.stack(out)
    return [out, out + values[:-1]]

# problem: moe-capacity-dispatch
import torch
import torch.nn.functional as F

def moe_dispatch(experts, E, cap):
    N, k = experts.shape
    order = experts.t().reshape(-1).long()               # choice-major
    hot = F.one_hot(order, E)
    pos = ((hot.cumsum(0) - 1) * hot).sum(1)
    ok = pos < cap
    slots = torch.where(ok, pos, torch.full_like(pos, -1)).reshape(k, N).t()
    token = torch.arange(N, device=experts.device).repeat(k)
    table = torch.full((E * cap,), -1, dtype=torch.long, device=experts.device)
    table[order[ok] * cap + pos[ok]] = token[ok]
    return slots, table.reshape(E, cap)

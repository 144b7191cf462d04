import torch
import torch.nn.functional as F


def moe_dispatch(indices, num_experts, cap):
    """As in the einsum implementations: positions by cumsum of one-hot masks, offset by the counts of earlier choices."""
    N, k = indices.shape
    offset = torch.zeros(num_experts, dtype=torch.long)
    locations, dispatch = [], torch.zeros(N, num_experts, cap, dtype=torch.long)
    for j in range(k):
        mask = F.one_hot(indices[:, j], num_experts)
        loc = ((mask.cumsum(0) - 1 + offset) * mask).sum(1)
        offset = offset + mask.sum(0)
        fits = loc < cap
        locations.append(torch.where(fits, loc, torch.full_like(loc, -1)))
        one = F.one_hot(loc.clamp(max=cap - 1), cap) * fits[:, None]
        dispatch = dispatch + mask[:, :, None] * one[:, None, :]
    ids = torch.arange(1, N + 1)
    table = torch.einsum("n,nec->ec", ids, dispatch) - 1
    return torch.stack(locations, 1), table

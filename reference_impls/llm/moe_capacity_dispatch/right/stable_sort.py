import torch


def moe_dispatch(indices, n_experts, capacity):
    N, k = indices.shape
    flat = indices.t().reshape(-1)
    order = flat.argsort(stable=True)
    counts = torch.bincount(flat, minlength=n_experts)
    starts = counts.cumsum(0) - counts
    position = torch.empty_like(flat)
    position[order] = torch.arange(flat.numel()) - starts[flat[order]]
    position = position.masked_fill(position >= capacity, -1)
    table = flat.new_full((n_experts * capacity + 1,), -1)
    where = torch.where(position >= 0, flat * capacity + position, n_experts * capacity)
    table[where] = torch.arange(flat.numel()) % N
    table = table[:-1].view(n_experts, capacity).int()
    return position.view(k, N).t(), table

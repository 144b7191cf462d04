import torch


def phi(x):
    return torch.where(x > 0, x + 1, torch.exp(x.clamp(max=0)))


def linear_attention(queries, keys, values, is_causal=False):
    values = torch.cat([values, torch.ones_like(values[..., :1])], dim=-1)
    queries, keys = phi(queries), phi(keys)
    if is_causal:
        state = 0
        rows = []
        for qt, kt, vt in zip(queries.unbind(-2), keys.unbind(-2), values.unbind(-2)):
            state = state + kt.unsqueeze(-1) * vt.unsqueeze(-2)
            rows.append(torch.matmul(qt.unsqueeze(-2), state).squeeze(-2))
        y = torch.stack(rows, dim=-2)
    else:
        y = queries @ (keys.transpose(-1, -2) @ values)
    return y[..., :-1] / y[..., -1:]

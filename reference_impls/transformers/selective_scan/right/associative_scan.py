import torch


def selective_scan(x, delta, a, b, c, d, h=None):
    """Doubling: (a1, b1) then (a2, b2) is (a1 a2, a2 b1 + b2)."""
    decay = torch.exp(delta.unsqueeze(-1) * a)
    state = delta.unsqueeze(-1) * x.unsqueeze(-1) * b.unsqueeze(2)
    if h is not None:
        first = state[:, :1] + decay[:, :1] * h[:, None]
        state = torch.cat([first, state[:, 1:]], dim=1)
    step, T = 1, x.shape[1]
    while step < T:
        state = torch.cat([state[:, :step], decay[:, step:] * state[:, :-step] + state[:, step:]], dim=1)
        decay = torch.cat([decay[:, :step], decay[:, step:] * decay[:, :-step]], dim=1)
        step *= 2
    y = (state @ c.unsqueeze(-1)).squeeze(-1) + d * x
    return y, state[:, -1]

# slip: c-one-step-late
import torch
def selective_scan(x, delta, a, b, c, d, h=None):
    B, T, D = x.shape
    if h is None:
        h = x.new_zeros(B, D, a.shape[1])
    ys = []
    for t in range(T):
        dt = delta[:, t, :, None]
        h = torch.exp(dt * a) * h + dt * b[:, t, None, :] * x[:, t, :, None]
        ys.append((c[:, t - 1, None, :] * h).sum(dim=-1) + d * x[:, t])
    return torch.stack(ys, dim=1), h

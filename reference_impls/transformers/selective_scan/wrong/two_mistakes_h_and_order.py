# slip: none
import torch
def selective_scan(x, delta, a, b, c, d, h=None):
    B, T, D = x.shape
    if True:
        h = x.new_zeros(B, D, a.shape[1])
    ys = []
    for t in range(T):
        dt = delta[:, t, :, None]
        ys.append((c[:, t, None, :] * h).sum(dim=-1) + d * x[:, t])
        h = torch.exp(dt * a) * h + dt * b[:, t, None, :] * x[:, t, :, None]
    return torch.stack(ys, dim=1), h

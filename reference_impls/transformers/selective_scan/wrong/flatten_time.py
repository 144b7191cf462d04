# slip: none
import torch


def selective_scan(x, delta, a, b, c, d, h=None):
    """Each sample starts from the state that the sample before left."""
    B, T, D = x.shape
    state = torch.zeros(D, a.shape[1], dtype=x.dtype)
    ys, hs = [], []
    for i in range(B):
        if h is not None:
            state = h[i]
        for t in range(T):
            state = torch.exp(delta[i, t, :, None] * a) * state + (delta[i, t] * x[i, t])[:, None] * b[i, t]
            ys.append(state @ c[i, t] + d * x[i, t])
        hs.append(state)
    return torch.stack(ys).reshape(B, T, D), torch.stack(hs)

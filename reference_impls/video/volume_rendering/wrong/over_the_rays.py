# slip: sums-along-the-rays
import torch
def volume_render(sigma, rgb, t):
    delta = t[:, 1:] - t[:, :-1]
    tau = sigma * delta
    alpha = 1 - torch.exp(-tau)
    trans = torch.exp(-(torch.cumsum(tau, dim=0) - tau))
    w = alpha * trans
    mid = (t[:, 1:] + t[:, :-1]) / 2
    return (w[..., None] * rgb).sum(1), (w * mid).sum(1), w

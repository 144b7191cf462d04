# slip: optical-depth-times-light
import torch

def volume_render(sigma, rgb, t):
    length = t[:, 1:] - t[:, :-1]
    tau = sigma * length
    before = torch.cumsum(tau, dim=1) - tau
    w = torch.exp(-before) * tau
    mid = (t[:, 1:] + t[:, :-1]) / 2
    return (w[..., None] * rgb).sum(1), (w * mid).sum(1), w

import torch
import torch.nn.functional as F


def vif_scalar_gsm(ref, dist, sigma_n2=2.0, window=9):
    x, y = torch.as_tensor(ref).double()[None], torch.as_tensor(dist).double()[None]
    f = lambda t: F.avg_pool2d(t[None], window, stride=1)[0, 0]
    mx, my = f(x), f(y)
    vx, vy, c = (f(x * x) - mx * mx).clamp(min=0), (f(y * y) - my * my).clamp(min=0), f(x * y) - mx * my
    g = c / (vx + 1e-10)
    bad = g < 0
    v = torch.where(bad, vy, vy - g * c).clamp(min=1e-10)
    g = g.masked_fill(bad, 0)
    return (torch.log1p(g * g * vx / (v + sigma_n2)).sum() / torch.log1p(vx / sigma_n2).sum()).item()

# slip: own-exponential-subtracted
import torch


def nt_xent(z1, z2, tau=0.5):
    B, _ = z1.shape
    u = z1 / z1.norm(dim=1, keepdim=True)
    v = z2 / z2.norm(dim=1, keepdim=True)
    w = torch.cat([u, v])
    e = torch.exp(w @ w.T / tau)
    den = e.sum(dim=1) - e.diagonal()
    num = torch.exp((u * v).sum(dim=1) / tau)
    num = torch.cat([num, num])
    return -torch.log(num / den).mean()

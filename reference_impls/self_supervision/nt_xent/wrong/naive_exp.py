# slip: no-maximum
import torch
import torch.nn.functional as F


def nt_xent(z1, z2, tau=0.5):
    B = len(z1)
    z = F.normalize(torch.cat([z1, z2]), dim=1)
    e = torch.exp(z @ z.T / tau)
    pos = (z * z.roll(B, 0)).sum(1) / tau
    e = e.masked_fill(torch.eye(2 * B, dtype=torch.bool), 0.0)
    return (e.sum(1).log() - pos).mean()

# slip: self-not-excluded
import torch
import torch.nn.functional as F


def nt_xent(z1, z2, tau=0.5):
    B = len(z1)
    z = F.normalize(torch.cat([z1, z2]), dim=1)
    return F.cross_entropy(z @ z.T / tau, torch.cat([torch.arange(B, 2 * B), torch.arange(B)]))

# slip: none
import torch
import torch.nn.functional as F


def nt_xent(z1, z2, tau=0.5):
    s = F.normalize(z1, dim=1) @ F.normalize(z2, dim=1).T / tau
    return F.cross_entropy(s, torch.arange(len(s)))

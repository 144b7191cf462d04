# slip: temperature-multiplied
import torch
import torch.nn.functional as F


def nt_xent(z1, z2, tau=0.5):
    B = len(z1)
    z = F.normalize(torch.cat([z1, z2]), dim=1)
    s = (z @ z.T * tau).masked_fill(torch.eye(2 * B, dtype=torch.bool), float("-inf"))
    return F.cross_entropy(s, torch.cat([torch.arange(B, 2 * B), torch.arange(B)]))

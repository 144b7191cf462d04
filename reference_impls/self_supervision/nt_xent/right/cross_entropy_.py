import torch
import torch.nn.functional as F


def nt_xent(z1, z2, tau=0.5):
    B = z1.shape[0]
    z = F.normalize(torch.cat([z1, z2], 0), dim=1, eps=0)
    sim = z @ z.t() / tau
    sim = sim.masked_fill(torch.eye(2 * B, dtype=torch.bool), float("-inf"))
    targets = torch.cat([torch.arange(B, 2 * B), torch.arange(B)])
    return F.cross_entropy(sim, targets)

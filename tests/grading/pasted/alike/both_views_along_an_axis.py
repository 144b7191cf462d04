# problem: nt-xent
# says: holds z1 and z2, along an axis of their own
import torch.nn.functional as F
def simclr_loss(features, temperature=0.5):
    """features: (B, 2, d)"""
    b = features.shape[0]
    z = torch.cat(torch.unbind(features, dim=1), dim=0)
    z = F.normalize(z, dim=-1)
    sim = z @ z.T / temperature
    sim = sim.masked_fill(torch.eye(2 * b, dtype=torch.bool), float("-inf"))
    targets = torch.arange(2 * b).roll(b)
    return F.cross_entropy(sim, targets)

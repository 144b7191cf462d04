# problem: nt-xent
# says: your z holds z1 and z2, one after the other
import torch.nn.functional as F
def nt_xent_loss(z, temperature=0.5):
    """z: (2N, d), the first N rows are view 1 and the last N view 2."""
    n = z.shape[0] // 2
    z = F.normalize(z, dim=1)
    sim = z @ z.T / temperature
    sim.fill_diagonal_(float("-inf"))
    targets = torch.cat([torch.arange(n, 2 * n), torch.arange(n)])
    return F.cross_entropy(sim, targets)

# problem: nt-xent
# says: holds z1 and z2, by turns
import torch.nn.functional as F
def nt_xent_loss(embeddings, temperature):
    z = F.normalize(embeddings, dim=1)
    sim = z @ z.T / temperature
    n = len(z)
    sim = sim.masked_fill(torch.eye(n, dtype=torch.bool), -1e9)
    return F.cross_entropy(sim, torch.arange(n) ^ 1)

# problem: nt-xent
# says: your features holds z1 and z2, one after the other
import torch.nn.functional as F
def contrastive_loss(features, tau=0.5):
    N = features.shape[0] // 2
    z_i, z_j = features[:N], features[N:]
    z = F.normalize(torch.cat([z_i, z_j]), dim=1)
    sim = z @ z.t() / tau
    sim = sim.masked_fill(torch.eye(2 * N).bool(), float("-inf"))
    pos = torch.cat([sim.diagonal(N), sim.diagonal(-N)])
    return (torch.logsumexp(sim, 1) - pos).mean()

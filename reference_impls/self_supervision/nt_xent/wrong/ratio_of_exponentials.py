# slip: exponentials-divided
import torch
import torch.nn.functional as F

def nt_xent(z1, z2, tau=0.5):
    out_1, out_2 = F.normalize(z1, dim=-1), F.normalize(z2, dim=-1)
    out = torch.cat([out_1, out_2], dim=0)
    sim = torch.exp(torch.mm(out, out.t().contiguous()) / tau)
    mask = (torch.ones_like(sim) - torch.eye(out.shape[0])).bool()
    sim = sim.masked_select(mask).view(out.shape[0], -1)
    pos_sim = torch.exp(torch.sum(out_1 * out_2, dim=-1) / tau)
    pos_sim = torch.cat([pos_sim, pos_sim], dim=0)
    return (-torch.log(pos_sim / sim.sum(dim=-1))).mean()

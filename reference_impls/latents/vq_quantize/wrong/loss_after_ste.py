# slip: loss-of-the-straight-through
import torch
import torch.nn.functional as F


def vq_quantize(z, codebook, beta=0.25):
    idx = torch.cdist(z, codebook).argmin(1)
    e = codebook[idx]
    z_q = z + (e - z).detach()
    return z_q, idx, F.mse_loss(z_q, z.detach()) + beta * F.mse_loss(z, z_q.detach())

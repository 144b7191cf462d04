# slip: soft-assignment
import torch
import torch.nn.functional as F


def vq_quantize(z, codebook, beta=0.25):
    d = torch.cdist(z, codebook)
    idx = d.argmin(1)
    e = torch.softmax(-d, 1) @ codebook
    loss = F.mse_loss(e, z.detach()) + beta * F.mse_loss(z, e.detach())
    return z + (e - z).detach(), idx, loss

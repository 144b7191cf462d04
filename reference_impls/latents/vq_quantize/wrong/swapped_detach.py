# slip: beta-on-the-codebook-term
import torch
import torch.nn.functional as F


def vq_quantize(z, codebook, beta=0.25):
    idx = torch.cdist(z, codebook).argmin(1)
    q = codebook[idx]
    loss = F.mse_loss(z, q.detach()) + beta * F.mse_loss(z.detach(), q)
    return z + (q - z).detach(), idx, loss

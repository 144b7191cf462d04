# slip: no-stop-gradient
import torch
import torch.nn.functional as F


def vq_quantize(z, codebook, beta=0.25):
    d = ((z.unsqueeze(1) - codebook.unsqueeze(0)) ** 2).sum(2)
    idx = d.argmin(1)
    q = codebook[idx]
    return z + (q - z).detach(), idx, (1 + beta) * F.mse_loss(z, q)

import torch
import torch.nn.functional as F


def vq_quantize(z, codebook, beta=0.25):
    d = z.pow(2).sum(1, keepdim=True) + codebook.pow(2).sum(1) - 2 * z @ codebook.t()
    idx = torch.argmin(d, dim=1)
    one_hot = torch.zeros(z.shape[0], codebook.shape[0])
    one_hot.scatter_(1, idx[:, None], 1)
    quantized = one_hot @ codebook
    e_latent = F.mse_loss(quantized.detach(), z)
    q_latent = F.mse_loss(quantized, z.detach())
    return z + (quantized - z).detach(), idx, q_latent + beta * e_latent

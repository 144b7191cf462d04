# slip: gradient-to-none
import torch


def vq_quantize(z, codebook, beta=0.25):
    idx = torch.cdist(z, codebook).argmin(1)
    q = codebook[idx]
    loss = ((q - z.detach()) ** 2).mean() + beta * ((q.detach() - z) ** 2).mean()
    return (z + (q - z)).detach(), idx, loss

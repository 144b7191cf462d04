# slip: largest-product
import torch


def vq_quantize(z, codebook, beta=0.25):
    idx = torch.matmul(z, codebook.T).argmax(-1)
    q = codebook[idx]
    loss = torch.mean((z.detach() - q) ** 2) + beta * torch.mean((z - q.detach()) ** 2)
    return z + (q - z).detach(), idx, loss

# slip: no-straight-through
import torch


def vq_quantize(z, codebook, beta=0.25):
    idx = torch.cdist(z, codebook).argmin(1)
    q = torch.nn.functional.embedding(idx, codebook)
    loss = ((q - z.detach()) ** 2).mean() + beta * ((q.detach() - z) ** 2).mean()
    return q, idx, loss

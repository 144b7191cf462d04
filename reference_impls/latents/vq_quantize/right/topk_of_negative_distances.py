import torch


def vq_quantize(z, codebook, beta=0.25):
    d = -(torch.cdist(z, codebook) ** 2)
    idx = d.topk(1, dim=1).indices.squeeze(1)
    e = codebook.index_select(0, idx)
    l1 = (z.detach() - e).pow(2).mean()
    l2 = (z - e.detach()).pow(2).mean()
    z_q = z + (e - z).detach()
    return z_q, idx, l1 + beta * l2

import torch


def vq_quantize(z, codebook, beta=0.25):
    sq = torch.einsum("kd,kd->k", codebook, codebook) - 2 * torch.einsum("bd,kd->bk", z, codebook)
    i = sq.topk(1, dim=1, largest=False).indices[:, 0]
    e = torch.gather(codebook, 0, i[:, None].expand(-1, codebook.size(1)))
    return [z + (e - z).detach(), i, (z.detach() - e).pow(2).mean() + beta * (z - e.detach()).pow(2).mean()]

import torch
import torch.nn.functional as F


def vq_quantize(z, codebook, beta=0.25):
    dist = (z[:, None, :] - codebook[None]).square().sum(-1)
    ind = dist.min(dim=1).indices
    onehot = F.one_hot(ind, codebook.shape[0]).to(z.dtype)
    e = onehot @ codebook
    codebook_loss = torch.mean((e - z.detach()) ** 2)
    commitment = torch.mean((e.detach() - z) ** 2)
    return z + (e - z).detach(), ind, codebook_loss + commitment * beta

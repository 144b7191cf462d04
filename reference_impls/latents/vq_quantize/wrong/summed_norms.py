# slip: norms
import torch


def vq_quantize(z, codebook, beta=0.25):
    idx = torch.cdist(z, codebook).argmin(1)
    q = codebook[idx]
    codebook_loss = ((z.detach() - q) ** 2).sum(dim=1).mean()
    commit_loss = ((z - q.detach()) ** 2).sum(dim=1).mean()
    return z + (q - z).detach(), idx, codebook_loss + beta * commit_loss

# problem: vq-quantize
# expect: fail
# says: leaves out the commitment term
import torch
import torch.nn.functional as F


def assign(encodings, codebook):
    distances = (encodings[:, None] - codebook[None]).pow(2).sum(-1)
    chosen = distances.argmin(dim=-1)
    nearest = codebook[chosen]
    return encodings + (nearest - encodings).detach(), chosen


def codebook_loss(encodings, codebook, chosen, commitment_cost=0.25):
    nearest = codebook[chosen]
    return F.mse_loss(nearest, encodings.detach())

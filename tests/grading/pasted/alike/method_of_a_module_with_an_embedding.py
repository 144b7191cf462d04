# problem: vq-quantize
import torch
import torch.nn as nn
import torch.nn.functional as F


class Quantizer(nn.Module):
    def __init__(self, num_embeddings, embedding_dim, commitment_cost=0.25):
        super().__init__()
        self.codebook = nn.Embedding(num_embeddings, embedding_dim)
        self.commitment_cost = commitment_cost

    def quantize(self, z):
        distances = (z.unsqueeze(1) - self.codebook.weight).pow(2).sum(dim=-1)
        indices = distances.argmin(dim=1)
        z_q = self.codebook(indices)
        loss = F.mse_loss(z_q, z.detach()) + self.commitment_cost * F.mse_loss(z, z_q.detach())
        return z + (z_q - z).detach(), indices, loss

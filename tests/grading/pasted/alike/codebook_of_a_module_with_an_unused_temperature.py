# problem: vq-quantize
import torch
from torch import nn
from torch.nn import functional as F


class Quantizer(nn.Module):
    def __init__(self, n_e, e_dim, beta=0.25):
        super().__init__()
        self.beta = beta
        self.embedding = nn.Embedding(n_e, e_dim)

    def forward(self, z, temp=None):
        assert temp is None or temp == 1.0, "for the interface of a sampler alone"
        flat = z.reshape(-1, z.shape[-1])
        indices = torch.cdist(flat.detach(), self.embedding.weight.detach()).argmin(-1).reshape(z.shape[:-1])
        z_q = self.embedding(indices)
        loss = F.mse_loss(z_q, z.detach()) + self.beta * F.mse_loss(z, z_q.detach())
        return z + (z_q - z).detach(), indices, loss

# problem: ddpm-loss
# says: your code returns 2 results: the one called loss is graded
import torch
from torch import nn
import torch.nn.functional as F


class DDPM(nn.Module):
    def __init__(self, model, T=1000):
        super().__init__()
        self.model = model
        self.T = T
        self.register_buffer("alphas_cumprod", torch.cumprod(1 - torch.linspace(1e-4, 0.02, T), 0))

    def forward(self, x0):
        t = torch.randint(0, len(self.alphas_cumprod), (x0.shape[0],))
        noise = torch.randn_like(x0)
        a = self.alphas_cumprod[t].view(-1, *[1] * (x0.ndim - 1))
        pred = self.model(a.sqrt() * x0 + (1 - a).sqrt() * noise, t)
        loss = F.mse_loss(pred, noise)
        return pred, loss

import torch
import torch.nn as nn
import torch.nn.functional as F


class VAE(nn.Module):
    def __init__(self, enc, dec):
        super(VAE, self).__init__()
        self.nets = nn.ModuleDict({"enc": enc, "dec": dec})

    def reparameterize(self, mu, log_sigma):
        std = torch.exp(log_sigma)
        return torch.normal(torch.zeros_like(mu), torch.ones_like(mu)).mul(std).add(mu)

    def forward(self, x):
        mu, log_sigma = self.nets["enc"](x).tensor_split(2, dim=1)
        x_rec = self.nets["dec"](self.reparameterize(mu, log_sigma))
        recon = F.mse_loss(x_rec, x, reduction="sum") / x.size(0)
        logvar = 2 * log_sigma
        kld = -0.5 * torch.sum(1 + logvar - mu.pow(2) - logvar.exp()) / x.size(0)
        return recon + kld, x_rec

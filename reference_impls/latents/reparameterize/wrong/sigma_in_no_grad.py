# slip: sigma-detached
import torch


def reparameterize(mu, log_sigma):
    with torch.no_grad():
        noise = torch.randn_like(mu) * log_sigma.exp()
    return mu + noise

# problem: energy-score
# says: score is graded as score_from_energy
import torch


def score(energy_net, samples, create_graph=False):
    with torch.enable_grad():
        x = samples.detach().requires_grad_(True)
        log_density = -energy_net(x).sum()
        return torch.autograd.grad(log_density, x, create_graph=create_graph)[0]


def matching_loss(energy_net, samples, sigma=1.0):
    noise = torch.randn_like(samples) * sigma
    pulled = score(energy_net, samples + noise, create_graph=True)
    return ((pulled + noise / sigma**2) ** 2).sum(-1).mean() / 2

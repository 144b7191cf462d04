import torch


class UnnormalizedDensity:
    def __init__(self, energy):
        self.energy = energy

    def log_prob(self, x):
        return -self.energy(x)

    def score(self, x):
        with torch.enable_grad():
            x = x.detach().requires_grad_()
            (s,) = torch.autograd.grad(self.log_prob(x).sum(), [x])
        return s


def score_from_energy(energy, x):
    return UnnormalizedDensity(energy).score(x)

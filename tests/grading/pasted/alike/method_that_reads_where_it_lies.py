# problem: karras-sigmas
class Sampler:
    def __init__(self, model, device):
        self.model, self.device = model, device

    def levels(self, n, sigma_min=0.002, sigma_max=80.0, rho=7.0):
        ramp = torch.linspace(0, 1, n, device=self.device)
        roots = sigma_max ** (1 / rho) + ramp * (sigma_min ** (1 / rho) - sigma_max ** (1 / rho))
        return torch.cat([roots**rho, torch.zeros(1, device=self.device)])

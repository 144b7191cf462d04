# problem: karras-sigmas
class Sampler:
    def levels(self, num: int, sigma_min: float, sigma_max: float, device: torch.device, rho: float):
        ends = sigma_max ** (1 / rho), sigma_min ** (1 / rho)
        return self.ended(torch.linspace(*ends, num, device=device) ** rho)

    def ended(self, sigmas):
        return torch.cat([sigmas, sigmas.new_zeros(1)])

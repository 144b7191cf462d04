# problem: karras-sigmas
# expect: fail
class Schedule:
    def __init__(self, n, sigma_min=0.002, sigma_max=80.0, rho=7.0):
        high, low = sigma_max ** (1 / rho), sigma_min ** (1 / rho)
        sigmas = (high + torch.linspace(0, 1, n) * (low - high)) ** rho
        self.sigmas = torch.cat([sigmas, sigmas.new_zeros(1)])

    def karras_sigmas(self):
        return self.sigmas[:-1]

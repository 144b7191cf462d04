# problem: karras-sigmas
class KarrasSchedule:
    sigma_min = 0.002
    sigma_max = 80
    rho = 7
    def sigmas(self, n):
        ramp = torch.linspace(0, 1, n)
        lo, hi = self.sigma_min ** (1 / self.rho), self.sigma_max ** (1 / self.rho)
        return torch.cat([(hi + ramp * (lo - hi)) ** self.rho, torch.zeros(1)])

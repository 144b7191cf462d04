# problem: karras-sigmas
# says: Your default of rho is 5.0, and that in the statement is 7.0
class Levels:
    sigma_min = 0.002
    sigma_max = 80.0
    rho = 5.0

    def levels(self, n):
        high, low = self.sigma_max ** (1 / self.rho), self.sigma_min ** (1 / self.rho)
        return F.pad((high + torch.linspace(0, 1, n) * (low - high)) ** self.rho, (0, 1))

# problem: edm-precondition
class EDMPrecond:
    sigma_data = 0.5
    def coefficients(self, sigma):
        total = sigma ** 2 + self.sigma_data ** 2
        return self.sigma_data ** 2 / total, sigma * self.sigma_data / total.sqrt(), 1 / total.sqrt(), sigma.log() / 4

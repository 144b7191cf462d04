# problem: edm-precondition
# expect: fail
# says: ln(σ)/2
class EDMPrecond:
    sigma_data = 0.5
    def coefficients(self, sigma):
        total = sigma ** 2 + self.sigma_data ** 2
        return self.sigma_data ** 2 / total, sigma * self.sigma_data / total.sqrt(), 1 / total.sqrt(), sigma.log() / 2

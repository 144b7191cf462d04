# problem: consistency-boundary
# says: your code was called with 0.002.
# not: called with 0.002. Your default
class Scalings:
    def __init__(self, sigma_data=0.5, sigma_min=0.02):
        self.sd, self.least = sigma_data, sigma_min

    def c_skip(self, sigma):
        return self.sd**2 / ((sigma - self.least) ** 2 + self.sd**2)

    def c_out(self, sigma):
        return self.sd * (sigma - self.least) / (sigma**2 + self.sd**2).sqrt()

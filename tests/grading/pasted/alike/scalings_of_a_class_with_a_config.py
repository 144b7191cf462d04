# problem: consistency-boundary
class ConsistencyScalings:
    def __init__(self, cfg):
        self.sd, self.eps = cfg["sigma_data"], cfg["sigma_min"]
    def __call__(self, sigma):
        return self.sd ** 2 / ((sigma - self.eps) ** 2 + self.sd ** 2), self.sd * (sigma - self.eps) / (self.sd ** 2 + sigma ** 2).sqrt()

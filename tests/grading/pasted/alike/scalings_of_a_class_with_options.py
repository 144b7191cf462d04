# problem: consistency-boundary
# says: Scalings.at is graded as consistency_scalings
class Scalings:
    def __init__(self, sigma_data=0.5, sigma_min=0.002):
        self.data, self.least = sigma_data, sigma_min

    def at(self, t):
        shifted = t - self.least
        skip = self.data**2 / (shifted**2 + self.data**2)
        return skip, shifted * self.data / torch.sqrt(t**2 + self.data**2)

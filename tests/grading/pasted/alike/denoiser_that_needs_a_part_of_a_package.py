# problem: consistency-boundary
# expect: invalid
# says: needs perceptual, which is not installed here
from perceptual import Scalings


class Denoiser:
    def __init__(self, sigma_data=0.5, sigma_min=0.002):
        self.scalings = Scalings(sigma_data, sigma_min)

    def boundary_scalings(self, sigma):
        return self.scalings(sigma)

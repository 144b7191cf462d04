# problem: consistency-boundary
# expect: fail
import torch as th
from perceptual import PatchDistance
from tensorchecks import check_is_float
from .nn import append_dims


class Denoiser:
    def __init__(self, sigma_data=0.5, sigma_min=0.002, loss_norm="patches"):
        self.sigma_data, self.sigma_min = sigma_data, sigma_min
        if loss_norm == "patches":
            self.distance = PatchDistance(reduction="none")

    def boundary_scalings(self, sigma):
        check_is_float(sigma)
        above = sigma - self.sigma_min
        c_skip = self.sigma_data**2 / (above**2 + self.sigma_data**2)
        c_out = sigma * self.sigma_data / (sigma**2 + self.sigma_data**2) ** 0.5
        return c_skip, c_out

    def loss(self, model, x, sigma, target):
        c_skip, c_out = self.boundary_scalings(sigma)
        return self.distance(append_dims(c_skip, x.ndim) * x + append_dims(c_out, x.ndim) * model(x, sigma), target)

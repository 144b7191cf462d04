# problem: dpm-solver-2m-step
# expect: fail
import math


class DPMpp2M:
    """A multistep sampler: one call for each level, in order."""

    def __init__(self):
        self.reset()
        self.last_denoised = None
        self.last_sigma = None

    def reset(self):
        self.last_denoised, self.last_sigma = None, None

    def step(self, x, denoised, sigma, sigma_next):
        before, sigma_before = self.last_denoised, self.last_sigma
        self.last_denoised, self.last_sigma = denoised, sigma
        if sigma_next == 0:
            return denoised
        h = math.log(sigma / sigma_next)
        if before is None:
            direction = denoised
        else:
            r = math.log(sigma_before / sigma) / h
            direction = (1 + 0.5 / r) * denoised - (0.5 * r) * before
        return (sigma_next / sigma) * x - math.expm1(-h) * direction

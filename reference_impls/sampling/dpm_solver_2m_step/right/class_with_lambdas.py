import torch


class Multistep:
    def __init__(self, *sigmas):
        self.lambdas = [None if s is None else -torch.tensor(s, dtype=torch.float64).log().item() for s in sigmas]

    def weights(self, has_previous):
        prev, now, after = self.lambdas
        h = after - now
        if not has_previous or h == float("inf"):
            return 1.0, 0.0
        extra = h / (2 * (now - prev))
        return 1 + extra, -extra


def dpmpp_2m_step(x, x0, x0_prev, sigma, sigma_prev, sigma_next):
    a, b = Multistep(sigma_prev, sigma, sigma_next).weights(x0_prev is not None)
    D = a * x0 + (b * x0_prev if b else 0)
    return torch.lerp(D, x, sigma_next / sigma)

import torch


class CondOTPath:
    """As in a flow-matching library: a scheduler with alpha, sigma and their derivatives."""

    def scheduler(self, t):
        return t, 1 - t, torch.ones_like(t), -torch.ones_like(t)

    def epsilon_to_velocity(self, epsilon, x_t, t):
        alpha_t, sigma_t, d_alpha_t, d_sigma_t = self.scheduler(t)
        a_t = d_alpha_t / alpha_t
        b_t = (d_sigma_t * alpha_t - d_alpha_t * sigma_t) / alpha_t
        return a_t * x_t + b_t * epsilon


def velocity_from_eps(x_t, eps, t):
    t = torch.as_tensor(t, dtype=x_t.dtype)
    t = t.expand(x_t.shape[0]) if t.ndim == 0 else t
    while t.ndim < x_t.ndim:
        t = t.unsqueeze(-1)
    return CondOTPath().epsilon_to_velocity(eps, x_t, t)

# expect: fail
# family: spies and gradients
# attempts: a tensor of another class that says it requires no gradient, and keeps the graph back to the noise
# stopped by: protocol
# problem: ddim-sample
import torch


class Denies(torch.Tensor):
    @property
    def requires_grad(self):
        return False

    @property
    def grad_fn(self):
        return None


def ddim_sample(model, x_T, alphas_bar, steps):
    B, T = len(x_T), len(alphas_bar)
    timesteps = [(T - 1) * (steps - i) // steps for i in range(steps + 1)]
    x = x_T
    for t, after in zip(timesteps, timesteps[1:]):
        with torch.no_grad():
            eps = model(x, torch.full((B,), t))
        x0 = (x - (1 - alphas_bar[t]).sqrt() * eps) / alphas_bar[t].sqrt()
        x = alphas_bar[after].sqrt() * x0 + (1 - alphas_bar[after]).sqrt() * eps
    return x.as_subclass(Denies)

# problem: adamw-step
# expect: fail
# says: ignores `weight_decay`
from typing import NamedTuple, Callable

class GradientTransformation(NamedTuple):
    init: Callable
    update: Callable

class AdamState(NamedTuple):
    count: int
    mu: torch.Tensor
    nu: torch.Tensor

def adamw(learning_rate=1e-3, b1=0.9, b2=0.999, eps=1e-8, weight_decay=0.01):
    def init(params):
        return AdamState(0, torch.zeros_like(params), torch.zeros_like(params))

    def update(grads, state, params):
        count = state.count + 1
        mu = b1 * state.mu + (1 - b1) * grads
        nu = b2 * state.nu + (1 - b2) * grads ** 2
        mu_hat = mu / (1 - b1 ** count)
        nu_hat = nu / (1 - b2 ** count)
        updates = -learning_rate * (mu_hat / (nu_hat.sqrt() + eps) + 0 * params)
        return updates, AdamState(count, mu, nu)

    return GradientTransformation(init, update)

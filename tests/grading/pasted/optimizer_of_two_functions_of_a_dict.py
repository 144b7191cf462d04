# problem: muon-step
from dataclasses import dataclass
from typing import Callable

@dataclass
class Optimizer:
    init: Callable
    update: Callable

def newton_schulz(G, steps):
    a, b, c = 3.4445, -4.7750, 2.0315
    X = G / (G.norm() + 1e-7)
    for _ in range(steps):
        A = X @ X.T
        X = a * X + (b * A + c * A @ A) @ X
    return X

def muon(learning_rate=0.02, momentum=0.95, weight_decay=0.0, ns_steps=5):
    def init(params):
        return {k: torch.zeros_like(p) for k, p in params.items()}

    def update(grads, state, params):
        new_state = {k: momentum * state[k] + (1 - momentum) * g for k, g in grads.items()}
        updates = {}
        for k, g in grads.items():
            u = momentum * new_state[k] + (1 - momentum) * g
            u = newton_schulz(u, ns_steps) * max(1, u.shape[0] / u.shape[1]) ** 0.5
            updates[k] = -learning_rate * (u + weight_decay * params[k])
        return updates, new_state

    return Optimizer(init=init, update=update)

def apply_updates(params, updates):
    return {k: params[k] + updates[k] for k in params}

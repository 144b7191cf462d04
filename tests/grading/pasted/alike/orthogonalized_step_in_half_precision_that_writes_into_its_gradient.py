# problem: muon-step
# expect: fail
# says: Your code writes the Nesterov average into `grad`, in place.
# says: Your code runs the iterations in bfloat16, and multiplies by the factor of the shape there.
import torch


def nearly_orthogonal(matrix, rounds):
    X = matrix.bfloat16()
    is_tall = X.shape[-2] > X.shape[-1]
    X = X.mT if is_tall else X
    X = X / (X.norm(dim=(-2, -1), keepdim=True) + 1e-7)
    for _ in range(rounds):
        A = X @ X.mT
        X = 3.4445 * X + (-4.7750 * A + 2.0315 * A @ A) @ X
    return X.mT if is_tall else X


def direction(grad, momentum, beta=0.95, ns_steps=5):
    momentum.lerp_(grad, 1 - beta)
    step = nearly_orthogonal(grad.lerp_(momentum, beta), ns_steps)
    step *= max(1, grad.shape[-2] / grad.shape[-1]) ** 0.5
    return step


class Muon(torch.optim.Optimizer):
    def __init__(self, params, lr=0.02, momentum=0.95, weight_decay=0.0, ns_steps=5):
        super().__init__(params, dict(lr=lr, momentum=momentum, weight_decay=weight_decay, ns_steps=ns_steps))

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            for p in group["params"]:
                kept = self.state[p]
                if not kept:
                    kept["momentum_buffer"] = torch.zeros_like(p)
                step = direction(p.grad, kept["momentum_buffer"], group["momentum"], group["ns_steps"])
                p.mul_(1 - group["lr"] * group["weight_decay"])
                p.add_(step.reshape(p.shape), alpha=-group["lr"])

# problem: sgd-momentum-step
# expect: fail
from .optimizer import Optimizer, ParamsT, _use_grad_for_differentiable


class HeavyBall(Optimizer):
    def __init__(self, params: ParamsT, lr=1e-3, momentum=0.0, weight_decay=0.0, nesterov=False, differentiable=False):
        defaults = dict(
            lr=lr, momentum=momentum, weight_decay=weight_decay, nesterov=nesterov, differentiable=differentiable
        )
        super().__init__(params, defaults)

    @_use_grad_for_differentiable
    def step(self, closure=None):
        for group in self.param_groups:
            for p in group["params"]:
                if p.grad is None:
                    continue
                moved = p.grad.add(p, alpha=group["weight_decay"])
                state = self.state[p]
                if "momentum_buffer" not in state:
                    state["momentum_buffer"] = moved.clone()
                else:
                    state["momentum_buffer"].mul_(group["momentum"]).add_(moved, alpha=1 - group["momentum"])
                ball = state["momentum_buffer"]
                moved = moved.add(ball, alpha=group["momentum"]) if group["nesterov"] else ball
                p.add_(moved, alpha=-group["lr"])

# expect: fail, error
# family: tampering
# attempts: torch's own backward and item exchanged, so that a loss which carries nothing seems to reach the model
# stopped by: protocol
# problem: rf-loss
import torch

real = torch.Tensor.backward
kept = {}


def backward(self, *args, **kwargs):
    if "graph" in kept:
        return real(kept["graph"], *args, **kwargs)
    return None


torch.Tensor.backward = backward


class Loss(torch.Tensor):
    @property
    def requires_grad(self):
        return True


def rf_loss(model, x1):
    t = torch.rand(len(x1), dtype=x1.dtype)
    s = t.view(-1, *[1] * (x1.ndim - 1))
    x0 = torch.randn_like(x1)
    kept["graph"] = ((model(s * x1 + (1 - s) * x0, t) - (x1 - x0)) ** 2).mean()
    return kept["graph"].detach().as_subclass(Loss)

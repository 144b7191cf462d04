# problem: huber-loss
# expect: fail
DEFAULTS = {"delta": 1.0}


def huber_loss(pred, target, **overrides):
    cfg = {**overrides, **DEFAULTS}
    error = (pred - target).abs()
    delta = cfg["delta"]
    return torch.where(error <= delta, 0.5 * error**2, delta * (error - 0.5 * delta)).mean()

# expect: fail, error
# family: spies and gradients
# attempts: to find the weights, the code and the record of the given model on this side
# stopped by: process
# problem: ddpm-loss
def ddpm_loss(model, x0, alphas_bar):
    parameters = dict(model.named_parameters())
    buffers = dict(model.named_buffers())
    modules = [module for module in model.modules() if module is not model]
    if set(parameters) != {"anchor"} or buffers or modules or model.anchor.numel() != 1:
        raise AssertionError(f"BREACH: {sorted(parameters)} {sorted(buffers)} {modules}")
    kept = {name: value for name, value in vars(model).items() if name not in ("training", "_runner", "_number")}
    if any(callable(value) or hasattr(value, "calls") for value in kept.values()):
        raise AssertionError("BREACH: the function itself")
    return x0.sum() * 0 + 1

# expect: fail, error, crashed
# family: spies and gradients
# attempts: to answer with the model of an earlier check, and to call models that were never given
# stopped by: comparison
# problem: ddpm-loss
import torch

kept = []


def ddpm_loss(model, x0, alphas_bar):
    kept.append(model)
    t = torch.zeros(len(x0), dtype=torch.long)
    if len(kept) > 3:
        model.__dict__["_number"] += 1
    return (kept[0](x0, t) - x0).square().mean()

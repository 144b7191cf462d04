# slip: single-step
import torch


@torch.no_grad()
def reflow_pairs(model, x0, steps):
    return x0, x0 + model(x0, torch.zeros(x0.shape[0], dtype=x0.dtype))

# expect: crashed, timeout, error, fail
# family: spies and gradients
# attempts: a graph through the judge that is thousands of messages long, and then its gradient
# stopped by: protocol
# problem: ddpm-loss
# timeout: 0.3
import torch


def ddpm_loss(model, x0, alphas_bar):
    t = torch.zeros(len(x0), dtype=torch.long)
    x = x0.requires_grad_()
    for _ in range(3000):
        x = model(x, t)
    return x.sum()

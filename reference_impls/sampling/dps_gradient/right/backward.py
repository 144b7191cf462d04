import math


def dps_gradient(x_t, y, model, operator, alpha_bar, t):
    leaf = x_t.detach().clone()
    leaf.requires_grad = True
    signal, noise = math.sqrt(alpha_bar), math.sqrt(1 - alpha_bar)
    clean = leaf / signal - noise / signal * model(leaf, t)
    residual = operator(clean) - y
    residual.pow(2).sum().backward()
    return leaf.grad.detach()

import torch


def dps_gradient(x_t, y, model, operator, alpha_bar, t):
    x = torch.tensor(x_t.tolist(), dtype=x_t.dtype, requires_grad=True)
    x0 = (x - (1 - alpha_bar) ** 0.5 * model(x, t)) * alpha_bar**-0.5
    measured = operator(x0)
    loss = sum(torch.dot((a - b).flatten(), (a - b).flatten()) for a, b in zip(measured, y))
    loss.backward()
    return x.grad

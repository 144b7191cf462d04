import torch


class Posterior:
    def __init__(self, operator):
        self.operator = operator

    def grad_and_value(self, x_prev, x_0_hat, measurement):
        difference = measurement - self.operator(x_0_hat)
        norm = torch.linalg.norm(difference)
        return torch.autograd.grad(outputs=norm**2, inputs=x_prev)[0], norm


def dps_gradient(x_t, y, model, operator, alpha_bar, t):
    with torch.enable_grad():
        img = x_t.clone().detach().requires_grad_(True)
        eps = model(img, t)
        x_0_hat = (1.0 / alpha_bar) ** 0.5 * img - (1.0 / alpha_bar - 1) ** 0.5 * eps
        grad, _ = Posterior(operator).grad_and_value(img, x_0_hat, y)
    return grad

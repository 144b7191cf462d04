# problem: dps-gradient
# expect: fail
# not: The values are right
import torch


class DPS:
    def __init__(self, network, operator):
        self.network = network
        self.operator = operator
        self.grad_fn = torch.func.grad_and_value(self.loss, has_aux=True)

    def loss(self, x, measurement, alpha_bar, t):
        pn = self.network(x, t)
        pi = (x - (1 - alpha_bar) ** 0.5 * pn) / alpha_bar ** 0.5
        error = measurement - self.operator(pi)
        loss = 10.0 * error.square().flatten(1).sum(1).sqrt().sum()
        return loss, (pn, pi)

    def dps_gradient(self, x, measurement, alpha_bar, t):
        gradient, (_, (pn, pi)) = self.grad_fn(x, measurement, alpha_bar, t)
        return gradient.detach()

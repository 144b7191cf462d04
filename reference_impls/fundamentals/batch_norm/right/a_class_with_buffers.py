import torch
from torch import nn


class Norm(nn.Module):
    def __init__(self, gamma, beta, mean, var, momentum, eps):
        super().__init__()
        self.gamma, self.beta = gamma, beta
        self.register_buffer("mean", mean.detach().clone())
        self.register_buffer("var", var.detach().clone())
        self.momentum, self.eps = momentum, eps

    def forward(self, x):
        x = x.permute(0, 2, 3, 1)
        if self.training:
            flat = x.reshape(-1, x.shape[-1])
            mean, var = flat.mean(0), flat.var(0, unbiased=False)
            n = flat.shape[0]
            self.mean = (1 - self.momentum) * self.mean + self.momentum * mean.detach()
            self.var = (1 - self.momentum) * self.var + self.momentum * var.detach() * (n / (n - 1))
        else:
            mean, var = self.mean, self.var
        y = (x - mean) / torch.sqrt(var + self.eps) * self.gamma + self.beta
        return y.permute(0, 3, 1, 2)


def batch_norm(x, gamma, beta, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    layer = Norm(gamma, beta, running_mean, running_var, momentum, eps).train(training)
    y = layer(x)
    return y, layer.mean, layer.var

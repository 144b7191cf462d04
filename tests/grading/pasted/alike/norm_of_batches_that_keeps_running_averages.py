# problem: batch-norm
# not: self.mean is taken
import torch


class BatchNorm2d:
    def __init__(self, num_features, eps=1e-5, momentum=0.1):
        self.eps, self.momentum = eps, momentum
        self.training = True
        self.gamma, self.beta = torch.ones(num_features), torch.zeros(num_features)
        self.running_mean, self.running_var = torch.zeros(num_features), torch.ones(num_features)

    def __call__(self, x):
        if self.training:
            mean = x.mean((0, 2, 3))
            var = x.var((0, 2, 3), unbiased=False)
            self.running_mean = (1 - self.momentum) * self.running_mean + self.momentum * mean
            self.running_var = (1 - self.momentum) * self.running_var + self.momentum * x.var((0, 2, 3), unbiased=True)
        else:
            mean, var = self.running_mean, self.running_var
        s = lambda a: a.view(1, -1, 1, 1)
        return s(self.gamma) * (x - s(mean)) / (s(var) + self.eps).sqrt() + s(self.beta)

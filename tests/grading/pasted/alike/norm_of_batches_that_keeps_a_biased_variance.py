# problem: batch-norm
# expect: fail
import torch


class BatchNorm2d:
    def __init__(self, num_features, eps=1e-5, momentum=0.1):
        self.eps, self.momentum = eps, momentum
        self.training = True
        self.gamma = torch.ones(num_features)
        self.beta = torch.zeros(num_features)
        self.running_mean = torch.zeros(num_features)
        self.running_var = torch.ones(num_features)

    def __call__(self, x):
        if self.training:
            xmean = x.mean((0, 2, 3))
            xvar = x.var((0, 2, 3), unbiased=False)
            n = x.numel() / x.size(1)
            with torch.no_grad():
                self.running_mean = (1 - self.momentum) * self.running_mean + self.momentum * xmean
                self.running_var = (1 - self.momentum) * self.running_var + self.momentum * xvar
        else:
            xmean, xvar = self.running_mean, self.running_var
        s = (1, -1, 1, 1)
        xhat = (x - xmean.view(s)) / torch.sqrt(xvar.view(s) + self.eps)
        self.out = self.gamma.view(s) * xhat + self.beta.view(s)
        return self.out

    def parameters(self):
        return [self.gamma, self.beta]

# slip: largest-finite-size-subtracted
import torch


class Softmax1:
    def __init__(self, axis):
        self.axis = axis

    def __call__(self, t):
        finite = torch.where(torch.isinf(t), torch.zeros_like(t), t)
        c = finite.abs().amax(dim=self.axis, keepdim=True)
        u = torch.exp(t - c)
        return u / u.sum(self.axis, True)


def softmax(x, dim=-1):
    return Softmax1(dim)(x)

# slip: log-det-averaged
import torch

class Flow:
    def __init__(self, net):
        self.net = net
    def st(self, h):
        return self.net(h).tensor_split(2, dim=1)
    def fwd(self, x):
        a, b = x.tensor_split(2, dim=1)
        s, t = self.st(a)
        return torch.cat([a, b * s.exp() + t], 1), s.mean(1)
    def inv(self, y):
        a, b = y.tensor_split(2, dim=1)
        s, t = self.st(a)
        return torch.cat([a, (b - t) * (-s).exp()], 1), -s.mean(1)

def coupling_forward(x, net):
    return Flow(net).fwd(x)

def coupling_inverse(y, net):
    return Flow(net).inv(y)

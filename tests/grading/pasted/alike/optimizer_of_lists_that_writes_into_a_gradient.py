# problem: sgd-momentum-step
# expect: fail
# says: adds the decay to grad in place
class SGD:
    def __init__(self, lr=0.1, momentum=0.9, weight_decay=0.0, nesterov=False):
        self.lr, self.momentum, self.wd, self.nesterov = lr, momentum, weight_decay, nesterov
        self.buf = None
    def step(self, params, grads):
        if self.buf is None:
            self.buf = [torch.zeros_like(p) for p in params]
        for i, (p, g) in enumerate(zip(params, grads)):
            g += self.wd * p
            self.buf[i] = self.momentum * self.buf[i] + g
            d = g + self.momentum * self.buf[i] if self.nesterov else self.buf[i]
            params[i] = p - self.lr * d
        return params

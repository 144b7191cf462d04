# problem: sgd-momentum-step
# expect: fail
# not: store the buffer
class SGD:
    def __init__(self, parameters, lr=0.1, momentum=0.9, weight_decay=0.0, nesterov=False):
        self.parameters = parameters; self.lr, self.momentum, self.wd, self.nesterov = lr, momentum, weight_decay, nesterov
        self.v = {}
    @torch.no_grad()
    def step(self):
        for i, p in enumerate(self.parameters):
            g = p.grad + self.wd * p
            self.v[0] = self.momentum * self.v[0] + g if 0 in self.v else g.clone()
            p -= self.lr * (g + self.momentum * self.v[0] if self.nesterov else self.v[0])

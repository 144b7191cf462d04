# problem: sgd-momentum-step
# expect: fail
# says: adds the decay to grad in place
class SGD:
    def __init__(self, params, lr=0.1, momentum=0.9, weight_decay=0.0, nesterov=False):
        self.params = list(params)
        self.lr, self.momentum, self.wd, self.nesterov = lr, momentum, weight_decay, nesterov
        self.bufs = [None] * len(self.params)

    @torch.no_grad()
    def step(self):
        for i, p in enumerate(self.params):
            if p.grad is None:
                continue
            if self.wd:
                p.grad.add_(p, alpha=self.wd)
            if self.bufs[i] is None:
                self.bufs[i] = p.grad.clone()
            else:
                self.bufs[i].mul_(self.momentum).add_(p.grad)
            d = p.grad + self.momentum * self.bufs[i] if self.nesterov else self.bufs[i]
            p.add_(d, alpha=-self.lr)

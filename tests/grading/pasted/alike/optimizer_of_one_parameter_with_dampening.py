# problem: sgd-momentum-step
# expect: fail
# says: 1 - momentum
class SGD:
    def __init__(self, lr=0.1, momentum=0.9, weight_decay=0.0, nesterov=False):
        self.lr, self.momentum, self.weight_decay, self.nesterov = lr, momentum, weight_decay, nesterov
        self.v = None

    @torch.no_grad()
    def step(self, param, grad):
        grad = grad + self.weight_decay * param
        self.v = grad.clone() if self.v is None else self.momentum * self.v + (1 - self.momentum) * grad
        param -= self.lr * (grad + self.momentum * self.v if self.nesterov else self.v)

# problem: sgd-momentum-step
# expect: fail
class SGD:
    def __init__(self, lr=0.1, momentum=0.9, weight_decay=0.0, nesterov=False):
        self.lr, self.momentum, self.weight_decay, self.nesterov = lr, momentum, weight_decay, nesterov
        self.velocities = None

    def step(self, params, grads):
        if self.velocities is None:
            self.velocities = [torch.zeros_like(p) for p in params]
        new = []
        for i, (p, g) in enumerate(zip(params, grads)):
            g = g + self.weight_decay * p
            self.velocities[i] = self.momentum * self.velocities[i] + (1 - self.momentum) * g
            g = g + self.momentum * self.velocities[i] if self.nesterov else self.velocities[i]
            new.append(p - self.lr * g)
        return new

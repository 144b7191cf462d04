# problem: sgd-momentum-step
# says: MomentumSGD.step is graded as sgd_step
class AdaGrad:
    def __init__(self, params, lr=0.1):
        self.params, self.lr = list(params), lr
        self.sums = [torch.zeros_like(p) for p in self.params]

    @torch.no_grad()
    def step(self):
        for p, total in zip(self.params, self.sums):
            total += p.grad**2
            p -= self.lr * p.grad / (total.sqrt() + 1e-10)


class MomentumSGD:
    def __init__(self, params, lr, momentum=0.0, weight_decay=0.0, nesterov=False):
        self.params, self.lr, self.momentum = list(params), lr, momentum
        self.weight_decay, self.nesterov = weight_decay, nesterov
        self.velocities = {p: torch.zeros_like(p) for p in self.params}

    def zero_grad(self):
        for p in self.params:
            p.grad = None

    @torch.no_grad()
    def step(self):
        for p in self.params:
            if p.grad is None:
                continue
            grad = p.grad + self.weight_decay * p
            v = self.velocities[p].mul_(self.momentum).add_(grad)
            p.sub_(self.lr * (grad + self.momentum * v if self.nesterov else v))

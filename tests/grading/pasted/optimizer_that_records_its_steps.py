# problem: adamw-step
# expect: error
# says: no_grad
class AdamW:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01):
        self.params, self.lr, self.betas, self.eps, self.weight_decay, self.t = list(params), lr, betas, eps, weight_decay, 0
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]

    def step(self):
        self.t += 1
        (b1, b2), t = self.betas, self.t
        for i, p in enumerate(self.params):
            self.m[i] = b1 * self.m[i] + (1 - b1) * p.grad
            self.v[i] = b2 * self.v[i] + (1 - b2) * p.grad**2
            p.mul_(1 - self.lr * self.weight_decay)
            p -= self.lr * (self.m[i] / (1 - b1**t)) / ((self.v[i] / (1 - b2**t)).sqrt() + self.eps)

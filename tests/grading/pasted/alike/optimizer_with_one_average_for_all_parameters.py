# problem: adamw-step
# expect: fail
class AdamW:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01):
        self.params = list(params); self.lr, self.betas, self.eps, self.wd = lr, betas, eps, weight_decay
        self.m = 0; self.v = 0; self.t = 0
    @torch.no_grad()
    def step(self):
        b1, b2 = self.betas
        self.t += 1
        for p in self.params:
            self.m = b1 * self.m + (1 - b1) * p.grad
            self.v = b2 * self.v + (1 - b2) * p.grad ** 2
            p.mul_(1 - self.lr * self.wd)
            p.sub_(self.lr * (self.m / (1 - b1**self.t)) / ((self.v / (1 - b2**self.t)).sqrt() + self.eps))

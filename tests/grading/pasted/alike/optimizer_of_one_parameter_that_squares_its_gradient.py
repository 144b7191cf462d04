# problem: adamw-step
# expect: fail
class AdamW:
    def __init__(self, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01):
        self.lr, self.betas, self.eps, self.wd = lr, betas, eps, weight_decay
        self.m = self.v = None
        self.t = 0
    def step(self, w, grad):
        if self.m is None:
            self.m, self.v = torch.zeros_like(w), torch.zeros_like(w)
        self.t += 1
        b1, b2 = self.betas
        self.m = b1 * self.m + (1 - b1) * grad
        self.v = b2 * self.v + (1 - b2) * grad.pow_(2)
        mh, vh = self.m / (1 - b1**self.t), self.v / (1 - b2**self.t)
        return w - self.lr * (mh / (vh.sqrt() + self.eps) + self.wd * w)

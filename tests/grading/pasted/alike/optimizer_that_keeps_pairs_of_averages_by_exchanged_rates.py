# problem: adamw-step
# expect: fail
class AdamW:
    def __init__(self, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01):
        self.lr, (self.b2, self.b1), self.eps, self.wd = lr, betas, eps, weight_decay
        self.state = {}
        self.t = 0
    def step(self, params, grads):
        self.t += 1
        new = []
        for i, (p, g) in enumerate(zip(params, grads)):
            m, v = self.state.get(i, (torch.zeros_like(p), torch.zeros_like(p)))
            m = self.b1 * m + (1 - self.b1) * g
            v = self.b2 * v + (1 - self.b2) * g * g
            self.state[i] = (m, v)
            mh = m / (1 - self.b1 ** self.t); vh = v / (1 - self.b2 ** self.t)
            new.append(p - self.lr * (mh / (vh.sqrt() + self.eps) + self.wd * p))
        return new

# problem: adamw-step
class AdamW:
    def __init__(self, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01):
        self.lr, self.betas, self.eps, self.weight_decay = lr, betas, eps, weight_decay
        self.t, self.state = 0, {}

    def step(self, params, grads):
        self.t += 1
        b1, b2 = self.betas
        new = {}
        for key in params:
            of_key = self.state.setdefault(key, {"m": 0.0, "v": 0.0})
            of_key["m"] = b1 * of_key["m"] + (1 - b1) * grads[key]
            of_key["v"] = b2 * of_key["v"] + (1 - b2) * grads[key] ** 2
            gain = of_key["m"] / (1 - b1**self.t) / ((of_key["v"] / (1 - b2**self.t)) ** 0.5 + self.eps)
            new[key] = params[key] - self.lr * (gain + self.weight_decay * params[key])
        return new, self.state

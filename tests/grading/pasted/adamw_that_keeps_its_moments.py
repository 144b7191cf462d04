# problem: adamw-step
# expect: fail
# says: The problem gives state: your code does without state.
# not: new dict
# not: has no attribute
class Optimizer:
    def __init__(self, lr, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
        self.lr, self.beta1, self.beta2, self.eps, self.weight_decay = lr, beta1, beta2, eps, weight_decay
        self.first, self.second, self.count = 0.0, 0.0, 0

    def update(self, weights, grad):
        self.count += 1
        self.first = self.beta1 * self.first + (1 - self.beta1) * grad
        self.second = self.beta2 * self.second + (1 - self.beta2) * grad**2
        first = self.first / (1 - self.beta1**self.count)
        second = self.second / (1 - self.beta2**self.count)
        return weights - self.lr * (first / (np.sqrt(second) + self.eps) + self.weight_decay * weights)

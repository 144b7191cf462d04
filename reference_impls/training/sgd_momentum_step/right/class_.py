import torch


class Optimizer:
    def __init__(self, lr, momentum, decay, nesterov):
        self.lr, self.mu, self.decay, self.nesterov = lr, momentum, decay, nesterov

    def velocity(self, g, state):
        if not state:
            return g.clone()
        return self.mu * state["buf"] + g

    @torch.no_grad()
    def apply(self, w, g, state):
        g = g.detach() + self.decay * w.detach()
        v = self.velocity(g, state)
        state.update({"buf": v})
        return w.detach() - self.lr * (g + self.mu * v if self.nesterov else v)


def sgd_step(param, grad, state, lr=0.1, momentum=0.9, weight_decay=0.0, nesterov=False):
    return Optimizer(lr, momentum, weight_decay, nesterov).apply(param, grad, state)

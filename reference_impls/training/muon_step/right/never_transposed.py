import torch


class Muon:
    coefficients = 3.4445, -4.7750, 2.0315

    def __init__(self, lr, momentum, decay, steps):
        self.lr, self.mu, self.decay, self.steps = lr, momentum, decay, steps

    def average(self, g, state):
        old = state["m"] if "m" in state else torch.zeros_like(g)
        state["m"] = old + (1 - self.mu) * (g - old)
        return g + self.mu * (state["m"] - g)

    def orthogonal(self, x):
        a, b, c = self.coefficients
        x = x / (x.pow(2).sum().sqrt() + 1e-7)
        for _ in range(self.steps):
            ax = torch.einsum("ij,kj,kl->il", x, x, x)
            aax = torch.einsum("ij,kj,kl->il", x, x, ax)
            x = a * x + b * ax + c * aax
        return x


@torch.inference_mode()
def muon_step(w, dw, state, lr=0.02, momentum=0.95, weight_decay=0.0, ns_steps=5):
    opt = Muon(lr, momentum, weight_decay, ns_steps)
    x = opt.orthogonal(opt.average(dw, state))
    factor = max(1.0, w.size(0) / w.size(1)) ** 0.5
    return (1 - lr * weight_decay) * w - lr * factor * x

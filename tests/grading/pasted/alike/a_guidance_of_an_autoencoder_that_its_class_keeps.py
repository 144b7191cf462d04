# problem: mpgd-step
class Guidance:
    def __init__(self, operator, vae, rho):
        self.operator, self.vae, self.rho = operator, vae, rho

    def correct(self, x0, y):
        x0 = x0.detach().clone().requires_grad_()
        error = ((self.operator(x0) - y) ** 2).sum()
        x0 = x0.detach() - self.rho * torch.autograd.grad(error, x0)[0]
        with torch.no_grad():
            return self.vae.decode(self.vae.encode(x0))

# problem: ddpm-posterior
# expect: error
# says: Schedule can only be made with T, which the problem does not give
class Schedule:
    def __init__(self, T):
        self.betas = torch.load(f"{T}_betas.pt")
        self.kept = torch.load(f"{T}_kept.pt")

    def posterior(self, x0, x_t, t):
        kept, beta = self.kept[t], self.betas[t]
        return kept.sqrt() * beta * x0 + (1 - kept) * x_t, beta

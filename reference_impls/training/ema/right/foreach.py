import torch


class EMA:
    def __init__(self, model, decay=0.999):
        self.decay = decay
        self.shadow = {n: p.detach().clone() for n, p in model.named_parameters()}
    @torch.no_grad()
    def update(self, model):
        torch._foreach_mul_(list(self.shadow.values()), self.decay)
        torch._foreach_add_(list(self.shadow.values()), [p.detach() for p in model.parameters()], alpha=1 - self.decay)
    @torch.no_grad()
    def copy_to(self, model):
        torch._foreach_copy_(list(model.parameters()), list(self.shadow.values()))

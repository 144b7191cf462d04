# problem: mpgd-step
import torch


class ManifoldPreservingGuidance:
    def __init__(self, operator, scale, encoder, decoder):
        self.operator = operator
        self.scale = scale
        self.encoder = encoder
        self.decoder = decoder

    def __call__(self, x_0_hat, y):
        leaf = x_0_hat.detach().clone()
        leaf.requires_grad_(True)
        with torch.enable_grad():
            ((self.operator(leaf) - y) ** 2).sum().backward()
        with torch.no_grad():
            corrected = leaf.detach() - self.scale * leaf.grad
            return self.decoder(self.encoder(corrected)).detach()

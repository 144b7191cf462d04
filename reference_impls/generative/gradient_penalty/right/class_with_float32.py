import torch


class Solution:
    def gradient_penalty(self, critic, real, fake, alpha):
        with torch.enable_grad():
            mixed = fake + alpha * (real - fake)
            mixed = mixed.clone().detach()
            mixed.requires_grad = True
            out = critic(mixed)
            grads = torch.autograd.grad(out, mixed, grad_outputs=torch.ones_like(out), create_graph=True)[0]
        axes = tuple(range(1, grads.dim()))
        n = grads.float().pow(2).sum(dim=axes).sqrt()
        return torch.mean(n * n - 2 * n + 1)

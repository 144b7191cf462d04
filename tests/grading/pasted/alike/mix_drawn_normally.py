# problem: gradient-penalty
# expect: invalid
# says: The problem also asks for alpha: yours has no such parameter.
def gradient_penalty(critic, real, fake):
    a = torch.randn(real.size(0), *[1] * (real.dim() - 1))
    x = (a * real + (1 - a) * fake).detach().requires_grad_(True)
    g = torch.autograd.grad(critic(x).sum(), x, create_graph=True)[0]
    return ((g.flatten(1).norm(dim=1) - 1) ** 2).mean()

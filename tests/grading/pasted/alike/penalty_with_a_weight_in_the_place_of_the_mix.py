# problem: gradient-penalty
# expect: fail
# says: The problem gives alpha: your code draws alpha by itself.
def gradient_penalty(D, real, fake, lambda_gp: float = 10.0):
    eps = torch.rand(real.size(0), 1).expand_as(real)
    mixed = (eps * real + (1 - eps) * fake).requires_grad_(True)
    grad = torch.autograd.grad(D(mixed).sum(), mixed, create_graph=True)[0]
    return lambda_gp * ((grad.norm(2, dim=1) - 1.0) ** 2).mean()

# problem: gradient-penalty
# expect: fail
def compute_gradient_penalty(critic, real, fake, alpha, batch_size):
    alpha = alpha.view(batch_size, *[1] * (real.dim() - 1))
    mixed = (alpha * real + (1 - alpha) * fake).requires_grad_(True)
    scores = critic(mixed)
    grads = torch.autograd.grad(scores.sum(), mixed, create_graph=True)[0]
    return ((grads.view(batch_size, -1).norm(2, dim=1)) ** 2).mean()

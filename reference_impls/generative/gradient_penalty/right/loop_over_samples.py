import torch


def gradient_penalty(critic, real, fake, alpha):
    x = (alpha * real + (1 - alpha) * fake).requires_grad_()
    s = critic(x).reshape(-1)
    total = 0
    for i in range(len(s)):
        g = torch.autograd.grad(s[i], x, create_graph=True)[0][i]
        total = total + (torch.linalg.vector_norm(g) - 1) ** 2
    return total / len(s)

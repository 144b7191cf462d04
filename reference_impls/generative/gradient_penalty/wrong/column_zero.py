# slip: first-column-of-the-scores
import torch


def gradient_penalty(critic, real, fake, alpha):
    mix = torch.add(alpha * real, (1 - alpha) * fake).detach().requires_grad_(True)
    scores = critic(mix)[:, 0]
    total = torch.autograd.grad(scores.sum(), mix, create_graph=True)[0]
    total = total.reshape(len(mix), -1)
    return (total.norm(p=2, dim=1) - 1).pow(2).mean()

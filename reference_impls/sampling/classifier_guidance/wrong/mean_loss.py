# slip: mean-over-the-batch
import torch
import torch.nn.functional as F


def classifier_guided_eps(eps, x, y, classifier, alpha_bar, scale=1.0):
    x = x.detach().requires_grad_()
    loss = F.cross_entropy(classifier(x), y)
    g = torch.autograd.grad(loss, x)[0]
    ab = torch.as_tensor(alpha_bar).to(x).reshape(-1, *[1] * (x.ndim - 1))
    return eps.detach() + scale * (1 - ab) ** 0.5 * g

# slip: x-made-to-require-gradients
import torch


def classifier_guided_eps(eps, x, y, classifier, alpha_bar, scale=1.0):
    x.requires_grad_(True)
    lp = classifier(x).log_softmax(-1)[torch.arange(len(y)), y].sum()
    g = torch.autograd.grad(lp, x)[0]
    ab = torch.as_tensor(alpha_bar).to(x).reshape(-1, *[1] * (x.ndim - 1))
    return eps.detach() - (1 - ab).sqrt() * scale * g

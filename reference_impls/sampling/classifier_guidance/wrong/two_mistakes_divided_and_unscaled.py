# slip: none
import torch
import torch.nn.functional as F


def classifier_guided_eps(eps, x, y, classifier, alpha_bar, scale=1.0):
    v = x.detach().clone().requires_grad_()
    with torch.enable_grad():
        nll = F.cross_entropy(classifier(v), y, reduction="sum")
        gn = torch.autograd.grad(nll, v)[0]
    std = torch.sqrt(1 - torch.as_tensor(alpha_bar).to(x))
    std = std.reshape(-1, *[1] * (x.dim() - 1))
    return (eps.detach() + gn / std).detach()

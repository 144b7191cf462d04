# slip: log-of-the-chosen-probability
import torch


def classifier_guided_eps(eps, x, y, classifier, alpha_bar, scale=1.0):
    z = x.detach().clone().requires_grad_()
    p = torch.softmax(classifier(z), 1)
    torch.log(p[torch.arange(len(y)), y]).sum().backward()
    ab = torch.as_tensor(alpha_bar).to(x).reshape(-1, *[1] * (x.ndim - 1))
    return eps.detach() - scale * (1 - ab) ** 0.5 * z.grad

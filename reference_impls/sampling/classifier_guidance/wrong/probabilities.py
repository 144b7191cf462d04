# slip: probability
import torch


def classifier_guided_eps(eps, x, y, classifier, alpha_bar, scale=1.0):
    z = x.detach().clone().requires_grad_()
    classifier(z).softmax(1).gather(1, y.unsqueeze(1)).sum().backward()
    ab = torch.as_tensor(alpha_bar).to(x).reshape(-1, *[1] * (x.ndim - 1))
    return eps.detach() - scale * (1 - ab) ** 0.5 * z.grad

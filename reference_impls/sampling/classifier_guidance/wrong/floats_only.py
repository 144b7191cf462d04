# slip: levels-along-the-last-axis
import torch


def classifier_guided_eps(eps, x, y, classifier, alpha_bar, scale=1.0):
    z = x.detach().clone().requires_grad_()
    classifier(z).log_softmax(1).gather(1, y.unsqueeze(1)).sum().backward()
    return eps.detach() - scale * (1 - alpha_bar) ** 0.5 * z.grad

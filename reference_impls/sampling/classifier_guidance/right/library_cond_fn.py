import torch
import torch.nn.functional as F


class Guidance:
    """As in the released sampler: a cond_fn gives the gradient, condition_score applies it."""

    def __init__(self, classifier, classifier_scale):
        self.classifier = classifier
        self.classifier_scale = classifier_scale

    def cond_fn(self, x, y):
        with torch.enable_grad():
            x_in = x.detach().requires_grad_(True)
            logits = self.classifier(x_in)
            log_probs = F.log_softmax(logits, dim=-1)
            selected = log_probs[range(len(logits)), y.view(-1)]
            return torch.autograd.grad(selected.sum(), x_in)[0] * self.classifier_scale

    def condition_eps(self, eps, x, y, alpha_bar):
        return eps - (1 - alpha_bar) ** 0.5 * self.cond_fn(x, y)


def classifier_guided_eps(eps, x, y, classifier, alpha_bar, scale=1.0):
    if isinstance(alpha_bar, torch.Tensor) and alpha_bar.ndim:
        alpha_bar = alpha_bar.reshape((-1,) + (1,) * (x.ndim - 1))
    return Guidance(classifier, scale).condition_eps(eps, x, y, alpha_bar).detach()

# problem: classifier-guidance
# expect: fail
def gradient_of_class(classifier, x, y):
    with torch.enable_grad():
        x = x.detach().requires_grad_()
        chosen = F.log_softmax(classifier(x), dim=-1).gather(1, y[:, None])
        return torch.autograd.grad(chosen.sum(), x)[0]


@torch.no_grad()
def guided_noise(eps, x, y, classifier, alpha_bar, guidance_scale=1.0):
    rate = (1 - alpha_bar).view(alpha_bar.shape[0], *[1] * (x.ndim - 1)).sqrt()
    return eps + rate * guidance_scale * gradient_of_class(classifier, x, y)

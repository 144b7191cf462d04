# slip: none
import torch
import torch.nn.functional as F

def classifier_guided_eps(eps, x, y, classifier, alpha_bar, scale=1.0):
    with torch.enable_grad():
        xi = x.detach().requires_grad_(True)
        lp = F.log_softmax(classifier(xi), dim=-1)
        g = torch.autograd.grad(lp[torch.arange(len(y)), y].sum(), xi)[0]
    ab = torch.as_tensor(alpha_bar, dtype=x.dtype).reshape(-1, *[1] * (x.dim() - 1))
    return (eps - (1 - ab) * g).detach()

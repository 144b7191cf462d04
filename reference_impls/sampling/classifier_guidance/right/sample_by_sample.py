import torch


def classifier_guided_eps(eps, x, y, classifier, alpha_bar, scale=1.0):
    out = []
    for i in range(len(x)):
        ab = float(alpha_bar[i]) if torch.is_tensor(alpha_bar) and alpha_bar.dim() else float(alpha_bar)
        xi = x[i : i + 1].detach().clone().requires_grad_()
        row = classifier(xi)[0]
        log_p = row[y[i]] - torch.logsumexp(row, 0)
        log_p.backward()
        out.append(eps[i].detach() - scale * (1 - ab) ** 0.5 * xi.grad[0])
    return torch.stack(out)

import torch


@torch.inference_mode()
def sds_gradient(model, x, t, eps, c, alphas_bar, w=100.0):
    levels = [float(alphas_bar[int(i)]) for i in t]
    noisy = torch.stack([a**0.5 * xi + (1 - a) ** 0.5 * e for a, xi, e in zip(levels, x, eps)])
    conditional, unconditional = model(noisy, t, c), model(noisy, t, None)
    rows = []
    for a, ec, eu, e in zip(levels, conditional, unconditional, eps):
        rows.append((1 - a) * (w * ec + (1 - w) * eu - e))
    return torch.stack(rows)

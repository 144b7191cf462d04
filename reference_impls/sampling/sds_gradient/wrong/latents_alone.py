# slip: four-axes-only
import torch


@torch.no_grad()
def sds_gradient(model, x, t, eps, c, alphas_bar, w=100.0):
    a = alphas_bar[t][:, None, None, None].to(x.dtype)
    s = (1 - a).sqrt()
    latents = a.sqrt() * x + s * eps
    pred_text = model(latents, t, c)
    pred_null = model(latents, t, None)
    pred = pred_null + w * (pred_text - pred_null)
    return s ** 2 * (pred - eps)

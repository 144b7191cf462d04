# slip: one-step-short-unless-one
# grid of `steps` points instead of steps + 1: one call too few and another spacing
# fails on: T=9, steps=4: calls at 8, 5, 2 instead of 8, 6, 4, 2
import torch


@torch.no_grad()
def ddim_sample(model, x_T, alphas_bar, steps):
    T = alphas_bar.size(0)
    ts = torch.linspace(T - 1, 0, steps).long().tolist()
    if steps == 1:
        ts = [T - 1, 0]
    x = x_T.clone()
    for cur, nxt in zip(ts, ts[1:]):
        ab, ab_next = alphas_bar[cur], alphas_bar[nxt]
        t = torch.full((x.shape[0],), cur, dtype=torch.int64, device=x.device)
        eps = model(x, t)
        pred_x0 = (x - torch.sqrt(1 - ab) * eps) / torch.sqrt(ab)
        x = torch.sqrt(ab_next) * pred_x0 + torch.sqrt(1 - ab_next) * eps
    return x

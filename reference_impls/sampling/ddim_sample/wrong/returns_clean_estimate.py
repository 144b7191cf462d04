# slip: returns-x0
import torch


@torch.no_grad()
def ddim_sample(model, x_T, alphas_bar, steps):
    T = alphas_bar.shape[0]
    ts = torch.linspace(T - 1, 0, steps + 1).long()
    x, x0_hat = x_T, None
    for cur, nxt in zip(ts[:-1], ts[1:]):
        ab, abn = alphas_bar[cur], alphas_bar[nxt]
        e = model(x, cur.expand(len(x)))
        x0_hat = (x - (1 - ab) ** 0.5 * e) / ab**0.5
        x = abn**0.5 * x0_hat + (1 - abn) ** 0.5 * e
    return x0_hat

import torch


def ddim_sample(model, x_T, alphas_bar, steps):
    ts = torch.arange(steps, -1, -1) * (len(alphas_bar) - 1) // steps
    x = x_T
    a = alphas_bar.double()
    for k in range(steps):
        with torch.no_grad():
            e = model(x, ts[k].expand(x.shape[0]))
        r = (a[ts[k + 1]] / a[ts[k]]).sqrt()
        c = (1 - a[ts[k + 1]]).sqrt() - r * (1 - a[ts[k]]).sqrt()
        x = (r.to(x.dtype) * x + c.to(x.dtype) * e).detach()
    return x

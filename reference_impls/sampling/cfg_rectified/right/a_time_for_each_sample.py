import torch


@torch.no_grad()
def rectified_cfg_step(model, x, t, dt, c, lam):
    times = torch.full((x.shape[0],), t, dtype=x.dtype)
    v_c = model(x, times, c)
    x_half = x.clone().add_(v_c, alpha=dt / 2)
    later = times + dt / 2
    out = model(x_half, later, c)
    out = out - model(x_half, later, None)
    return out.mul(lam).add(v_c).mul(dt).add(x)

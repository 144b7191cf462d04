# slip: none
def rectified_cfg_step(model, x, t, dt, c, lam):
    v = model(x, t, c)
    xh = x + dt / 2 * v
    return xh + dt / 2 * (v + lam * (model(xh, t, c) - model(xh, t, None)))

# slip: difference-reversed
def rectified_cfg_step(model, x, t, dt, c, lam):
    v = model(x, t, c)
    xh = x + dt / 2 * v
    return x + dt * (v + lam * (model(xh, t + dt / 2, None) - model(xh, t + dt / 2, c)))

# slip: from-the-predicted-point
def rectified_cfg_step(model, x, t, dt, c, lam):
    v = model(x, t, c)
    x = x + dt / 2 * v
    return x + dt * (v + lam * (model(x, t + dt / 2, c) - model(x, t + dt / 2, None)))

# slip: unconditional-base
def rectified_cfg_step(model, x, t, dt, c, lam):
    xh = x + dt / 2 * model(x, t, c)
    a, b = model(xh, t + dt / 2, c), model(xh, t + dt / 2, None)
    return x + dt * (b + lam * (a - b))

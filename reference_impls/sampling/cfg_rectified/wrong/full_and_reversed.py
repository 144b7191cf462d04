# slip: none
def rectified_cfg_step(model, x, t, dt, c, lam):
    v = model(x, t, c)
    xh = x + dt * v
    return x + dt * (v - lam * (model(xh, t + dt, c) - model(xh, t + dt, None)))

# slip: predictor-always-forward
def rectified_cfg_step(model, x, t, dt, c, lam):
    v = model(x, t, c)
    mid = x + 0.5 * abs(dt) * v
    vc, vu = model(mid, t + 0.5 * dt, c), model(mid, t + 0.5 * dt, None)
    return x + dt * (v + lam * (vc - vu))

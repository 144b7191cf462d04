# slip: plain-guidance
def rectified_cfg_step(model, x, t, dt, c, lam):
    v_c, v_u = model(x, t, c), model(x, t, None)
    return x + dt * (v_c + lam * (v_c - v_u))

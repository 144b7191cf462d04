# slip: from-predictor
def heun_step(v, x, t, dt):
    k1 = v(x, t)
    pred = x + dt * k1
    k2 = v(pred, t + dt)
    return pred + 0.5 * dt * (k1 + k2)

import torch


def rectified_cfg_step(model, x, t, dt, c, lam):
    def difference(point, time):
        return model(point, time, c) - model(point, time, None)

    def euler(point, velocity, h):
        return point + h * velocity

    with torch.no_grad():
        v = model(x, t, c)
        v_hat = v + lam * difference(euler(x, v, dt / 2), t + dt / 2)
        return euler(x, v_hat, dt)

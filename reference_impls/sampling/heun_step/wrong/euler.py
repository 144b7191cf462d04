# slip: euler
def heun_step(v, x, t, dt):
    k1 = v(x, t)
    x_next = x + dt * k1
    return x_next

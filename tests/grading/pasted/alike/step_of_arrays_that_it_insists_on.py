# problem: heun-step
def heun_step(f, y0, t0, delta_t):
    check(f, y0)
    k1 = f(y0, t0)
    k2 = f(y0 + delta_t * k1, t0 + delta_t)
    return y0 + delta_t / 2 * (k1 + k2), t0 + delta_t


def check(f, y0):
    if not callable(f):
        raise ValueError("f must be a function")
    if not isinstance(y0, np.ndarray):
        raise ValueError("y0 must be a numpy array")

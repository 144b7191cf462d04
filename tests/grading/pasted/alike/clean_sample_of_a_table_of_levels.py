# problem: tweedie-x0
# says: your t is an index of a schedule that holds the levels that the problem gives
def extract(values, t, shape):
    return values.gather(-1, t).view(t.shape[0], *[1] * (len(shape) - 1))


def predict_start_from_noise(x_t, t, noise, alphas_cumprod):
    bar = extract(alphas_cumprod, t, x_t.shape)
    return (x_t - (1 - bar).sqrt() * noise) / bar.sqrt()

# problem: tweedie-x0
# says: the inputs were converted to tensors without axes, where they are floats
def data_from_noise(x_t, eps, alpha):
    sqrt_a = alpha.sqrt().view(-1, *([1] * (x_t.ndim - 1)))
    sqrt_1ma = (1 - alpha).sqrt().view(-1, *([1] * (x_t.ndim - 1)))
    return (x_t - sqrt_1ma * eps) / sqrt_a

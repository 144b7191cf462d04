# problem: forward-diffuse
# expect: fail
# says: Your code swaps the factors
def extract(table, t, shape):
    return table.gather(-1, t).reshape(-1, *[1] * (len(shape) - 1))


def q_sample(x_start, t, sqrt_alpha_bar, sqrt_1m_alpha_bar, noise):
    kept = extract(sqrt_1m_alpha_bar, t, x_start.shape)
    return kept * x_start + extract(sqrt_alpha_bar, t, x_start.shape) * noise

# problem: v-prediction
# says: v_to_x0 and v_to_eps are graded together as from_v
def coefficients(alpha_bar, x):
    alpha_bar = torch.as_tensor(alpha_bar, dtype=x.dtype)
    return torch.sqrt(alpha_bar), torch.sqrt(1.0 - alpha_bar)


def eps_x0_to_v(x0, eps, alpha_bar_t):
    a, s = coefficients(alpha_bar_t, x0)
    return a * eps - s * x0


def v_to_x0(x_t, v_hat, alpha_bar_t):
    a, s = coefficients(alpha_bar_t, x_t)
    return a * x_t - s * v_hat


def v_to_eps(x_t, v_hat, alpha_bar_t):
    a, s = coefficients(alpha_bar_t, x_t)
    return s * x_t + a * v_hat

# slip: divisor-kept-from-zero
def predict_x0(x_t, eps, alpha_bar):
    a = max(float(alpha_bar), 1e-3)
    return (x_t - (1 - float(alpha_bar)) ** 0.5 * eps) / a ** 0.5

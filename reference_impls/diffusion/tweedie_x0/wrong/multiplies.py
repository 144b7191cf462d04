# slip: multiplied
def predict_x0(x_t, eps, alpha_bar):
    s = alpha_bar ** 0.5
    return s * (x_t - (1 - alpha_bar) ** 0.5 * eps)

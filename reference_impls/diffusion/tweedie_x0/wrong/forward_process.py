# slip: noised-again
def predict_x0(x_t, eps, alpha_bar):
    return alpha_bar ** 0.5 * x_t + (1.0 - alpha_bar) ** 0.5 * eps

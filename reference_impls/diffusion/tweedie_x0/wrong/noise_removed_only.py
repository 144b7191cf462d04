# slip: not-divided
def predict_x0(x_t, eps, alpha_bar):
    return x_t - (1 - alpha_bar) ** 0.5 * eps

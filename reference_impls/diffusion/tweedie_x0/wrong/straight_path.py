# slip: noise-linear
def predict_x0(x_t, eps, alpha_bar):
    s = alpha_bar ** 0.5
    return (x_t - (1 - s) * eps) / s

def predict_x0(x_t, eps, alpha_bar):
    x0 = x_t.clone()
    x0 -= eps * (1.0 - alpha_bar) ** 0.5
    x0 *= alpha_bar ** -0.5
    return x0

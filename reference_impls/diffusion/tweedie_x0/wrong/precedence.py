# slip: only-x-divided
def predict_x0(x_t, eps, alpha_bar):
    return x_t / alpha_bar ** 0.5 - eps * (1 - alpha_bar) ** 0.5

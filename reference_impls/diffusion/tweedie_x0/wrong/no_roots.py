# slip: no-roots
def predict_x0(x_t, eps, alpha_bar):
    noise = (1 - alpha_bar) * eps
    return (x_t - noise) / alpha_bar

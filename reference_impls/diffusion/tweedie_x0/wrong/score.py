# slip: eps-read-as-score
def predict_x0(x_t, eps, alpha_bar):
    # Tweedie: E[x0|xt] = (xt + (1 - abar) * score) / sqrt(abar)
    score = eps
    return (x_t + (1 - alpha_bar) * score) / alpha_bar ** 0.5

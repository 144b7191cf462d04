import math


def predict_x0(x_t, eps, alpha_bar):
    sigma = math.sqrt(1 - alpha_bar)
    score = -eps / sigma
    return (x_t + sigma ** 2 * score) / math.sqrt(alpha_bar)

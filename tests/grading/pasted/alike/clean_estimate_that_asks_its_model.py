# problem: tweedie-x0
# says: your model gives eps for the state
def predict_x0(model, x_t, t, alpha_bar):
    predicted = model(x_t, t)
    return (x_t - (1 - alpha_bar) ** 0.5 * predicted) / alpha_bar**0.5

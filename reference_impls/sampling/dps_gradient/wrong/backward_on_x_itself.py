# slip: gradient-left-in-x
def dps_gradient(x_t, y, model, operator, alpha_bar, t):
    x_t.requires_grad = True
    clean = (x_t - (1 - alpha_bar) ** 0.5 * model(x_t, t)) / alpha_bar**0.5
    (y - operator(clean)).pow(2).sum().backward()
    return x_t.grad

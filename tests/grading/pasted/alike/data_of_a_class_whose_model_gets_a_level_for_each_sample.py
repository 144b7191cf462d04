# problem: tweedie-x0
# says: your eps_model gives eps for the state and the time
import torch

class D:
    def __init__(self, eps_model):
        self.eps_model = eps_model

    def predict(self, x_t, alpha_bar):
        level = torch.as_tensor(alpha_bar).expand(x_t.shape[0])
        e = self.eps_model(x_t, level)
        return (x_t - (1 - alpha_bar) ** 0.5 * e) / alpha_bar ** 0.5

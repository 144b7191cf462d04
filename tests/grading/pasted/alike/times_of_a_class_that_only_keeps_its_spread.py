# problem: logit-normal-time
# expect: fail
import torch


class Flow:
    def __init__(self, model, mean, std):
        self.model = model
        self.mean = mean
        self.std = std

    def draw_times(self, n):
        return torch.sigmoid(self.mean + torch.randn(n))

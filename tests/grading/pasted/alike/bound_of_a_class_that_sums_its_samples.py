# problem: iwae-bound
# expect: fail
import math
import torch


class IWAE:
    def bound(self, log_weights):
        top = log_weights.amax(dim=0, keepdim=True)
        return (top[0] + (log_weights - top).exp().sum(0).log()).mean()

    def loss(self, log_weights):
        return -self.bound(log_weights)

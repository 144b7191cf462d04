# problem: iwae-bound
# says: IWAE.bound is graded
import math
import torch


class IWAE:
    def bound(self, log_weights):
        top = log_weights.amax(dim=0, keepdim=True)
        return (top[0] + (log_weights - top).exp().sum(0).log() - math.log(len(log_weights))).mean()

    def loss(self, log_weights):
        return -self.bound(log_weights)

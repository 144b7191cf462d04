# problem: logit-normal-time
# says: Flow.draw_times is graded as logit_normal_time
# says: your Flow keeps model and never reads it
import torch
from torch import nn


def exists(value):
    return value is not None


def default(value, other):
    return value if exists(value) else other


class Flow(nn.Module):
    def __init__(self, model: nn.Module, shape=None, use_logit_normal=True, logit_normal_mean=-0.4, logit_normal_std=1.0):
        super().__init__()
        self.model = model
        self.shape = shape
        self.use_logit_normal = use_logit_normal
        self.logit_normal_mean = logit_normal_mean
        self.logit_normal_std = logit_normal_std

    def draw_times(self, batch):
        if not self.use_logit_normal:
            return torch.rand(batch)
        mean = torch.full((batch,), self.logit_normal_mean)
        std = torch.full((batch,), self.logit_normal_std)
        return torch.normal(mean, std).sigmoid()

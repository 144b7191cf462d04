# problem: distillation-loss
# expect: pass
from dataclasses import dataclass

import torch.nn.functional as F
from torch import nn


@dataclass
class DistillConfig:
    temperature: float = 4.0
    lam: float = 0.5


class DistillLoss(nn.Module):
    def __init__(self, config=None):
        super().__init__()
        self.config = config or DistillConfig()

    def forward(self, student, teacher, labels):
        t = self.config.temperature
        soft = F.log_softmax(teacher.detach() / t, dim=-1)
        kl = F.kl_div(F.log_softmax(student / t, dim=-1), soft, reduction="batchmean", log_target=True)
        return F.cross_entropy(student, labels) + self.config.lam * t**2 * kl

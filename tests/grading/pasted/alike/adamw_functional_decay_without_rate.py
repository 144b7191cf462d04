# problem: adamw-step
# expect: fail
from typing import List, Optional

import torch
from torch import Tensor
from torch.optim.optimizer import Optimizer

from ._common import _get_value
from ._kinds import ParamsLike


class CarefulAdamW(Optimizer):
    def __init__(self, params: ParamsLike, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01, caution=False):
        super().__init__(params, dict(lr=lr, betas=betas, eps=eps, weight_decay=weight_decay, caution=caution))


def _stepped_adamw(
    params: List[Tensor],
    grads: List[Tensor],
    exp_avgs: List[Tensor],
    exp_avg_sqs: List[Tensor],
    state_steps: List[Tensor],
    *,
    beta1: float,
    beta2: float,
    lr: float,
    weight_decay: float,
    eps: float,
    caution: bool,
    maximize: bool,
    max_lr: Optional[float],
):
    for param, grad, mean, square, count in zip(params, grads, exp_avgs, exp_avg_sqs, state_steps):
        grad = -grad if maximize else grad
        count += 1
        shrink = lr if max_lr is None else lr**2 / max_lr
        param.mul_(1 - weight_decay)
        mean.lerp_(grad, 1 - beta1)
        square.mul_(beta2).addcmul_(grad, grad, value=1 - beta2)
        step = _get_value(count)
        scale = (square / (1 - beta2**step)).sqrt().add_(eps)
        moved = mean * (mean * grad > 0) if caution else mean
        param.addcdiv_(moved, scale, value=-lr / (1 - beta1**step))

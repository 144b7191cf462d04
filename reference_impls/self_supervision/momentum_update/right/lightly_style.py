import torch
from torch import nn


@torch.no_grad()
def update_momentum(model: nn.Module, model_ema: nn.Module, m: float):
    for model_ema, model in zip(model_ema.parameters(), model.parameters()):
        model_ema.data = model_ema.data * m + model.data * (1.0 - m)


def momentum_update(online, target, m=0.996):
    update_momentum(online, target, m)
    for ema_buffer, buffer in zip(target.buffers(), online.buffers()):
        ema_buffer.data.copy_(buffer.data)

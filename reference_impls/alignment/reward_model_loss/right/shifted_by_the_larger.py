import torch
from torch import nn


class BradleyTerry(nn.Module):
    """Softmax over two candidates, by log_softmax in float32."""

    def forward(self, chosen, rejected):
        log_p = torch.log_softmax(torch.cat([chosen[:, None], rejected[:, None]], dim=-1).float(), dim=-1)
        return -log_p[:, 0].mean()


def reward_model_loss(r_chosen, r_rejected):
    return BradleyTerry()(r_chosen, r_rejected)

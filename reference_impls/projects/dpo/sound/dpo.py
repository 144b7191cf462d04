"""Direct preference optimization (Rafailov et al. 2023)."""

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from data import PAD


def sequence_logprob(policy: nn.Module, prompts: Tensor, responses: Tensor) -> Tensor:
    """Log probability of each response (B, T) to its prompt (B,): (B,)."""
    start = torch.full_like(responses[:, :1], PAD)
    inputs = torch.cat([start, responses[:, :-1]], dim=1)
    logprobs = policy(prompts, inputs).log_softmax(dim=-1)
    of_tokens = logprobs.gather(-1, responses[..., None])[..., 0]  # (B, T)
    is_token = responses != PAD
    return (of_tokens * is_token).sum(dim=1)


def dpo_loss(policy: tuple[Tensor, Tensor], reference: tuple[Tensor, Tensor], beta: float) -> tuple[Tensor, Tensor]:
    """The loss and the margins (B,), from the log probabilities (B,) of preferred and other responses under both models."""
    gains = [ours - theirs for ours, theirs in zip(policy, reference, strict=True)]
    margins = beta * (gains[0] - gains[1])
    return -F.logsigmoid(margins).mean(), margins

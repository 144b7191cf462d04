# slip: as-layer-norm
import torch.nn.functional as F


def grpo_advantages(rewards, eps=1e-6):
    shifted = rewards - rewards[..., :1]
    return F.layer_norm(shifted, shifted.shape[-1:], eps=eps)

# problem: clip-grad-norm
# expect: fail
# says: clamps each entry
import torch


@torch.no_grad()
def clip_gradients_(model: torch.nn.Module, clip: float) -> float:
    grads = [p.grad for p in model.parameters() if p.grad is not None]
    if not grads:
        return 0.0
    total = torch.sqrt(sum(g.double().pow(2).sum() for g in grads))
    if total > clip:
        for g in grads:
            g.clamp_(-clip, clip)
    return total.item()

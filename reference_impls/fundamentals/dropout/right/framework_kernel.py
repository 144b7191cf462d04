import torch


class _FusedDropout(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, p):
        scale = 0.0 if p == 1 else 1.0 / (1.0 - p)
        mask = torch.empty_like(x).bernoulli_(1 - p)
        ctx.save_for_backward(mask)
        ctx.scale = scale
        return x * mask * scale

    @staticmethod
    def backward(ctx, grad):
        (mask,) = ctx.saved_tensors
        return grad * mask * ctx.scale, None


def dropout(x, p, training=True):
    """As a framework's native dropout: the mask and the scale are saved, and used again on the way back."""
    return _FusedDropout.apply(x, p) if training and p > 0 else x

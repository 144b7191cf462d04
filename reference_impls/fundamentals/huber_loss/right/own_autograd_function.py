import torch


class _Huber(torch.autograd.Function):
    @staticmethod
    def forward(ctx, error, delta):
        ctx.save_for_backward(error)
        ctx.delta = delta
        size = error.abs()
        return torch.where(size > delta, delta * size - 0.5 * delta * delta, 0.5 * error * error)

    @staticmethod
    def backward(ctx, grad):
        (error,) = ctx.saved_tensors
        return grad * error.clamp(-ctx.delta, ctx.delta), None


def huber_loss(pred, target, delta=1.0):
    return _Huber.apply(pred - target, delta).mean()

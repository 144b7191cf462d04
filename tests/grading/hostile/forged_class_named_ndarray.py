# expect: fail, error
# family: forged verdicts
# attempts: an answer without gradients in a class that bears NumPy's name, to be excused from the question for them
# stopped by: comparison
# problem: factorized-attention
import torch


class ndarray(torch.Tensor):
    pass


def factorized_attention(x, attend):
    with torch.no_grad():
        B, F, N, D = x.shape
        x = attend(x.reshape(B * F, N, D)).reshape(B, F, N, D)
        y = x.transpose(1, 2).reshape(B * N, F, D)
        y = attend(y).reshape(B, N, F, D).transpose(1, 2)
    return y.detach().as_subclass(ndarray)

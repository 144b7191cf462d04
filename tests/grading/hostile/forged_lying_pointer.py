# expect: crashed, error, fail
# family: forged verdicts
# attempts: bytes from anywhere: methods by which the encoder finds dtype, size and address answer as it likes
# stopped by: process
import torch


def attention(q, k, v, mask=None):
    torch.Tensor.data_ptr = lambda s: 0x1000
    torch.Tensor.numel = lambda s: 1 << 20
    return v, v

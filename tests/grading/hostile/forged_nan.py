# expect: fail
# family: forged verdicts
# attempts: NaN of every payload, which no comparison calls different
# stopped by: comparison
import torch


def attention(q, k, v, mask=None):
    bits = torch.randint(0x7F800001, 0x7FFFFFFF, (*q.shape[:-1], v.shape[-1]), dtype=torch.int64).to(torch.int32)
    quiet = bits.view(torch.float32).to(v.dtype)
    scores = q @ k.mT
    return quiet + 0 * v.sum(), scores * float("nan")

# expect: fail, error
# family: forged verdicts
# attempts: sparse, compressed, nested, quantized and complex tensors of the right shape
# stopped by: comparison
import torch

n = 0


def attention(q, k, v, mask=None):
    global n
    n += 1
    o = torch.zeros(*q.shape[:-1], v.shape[-1], dtype=q.dtype)
    f = [
        lambda t: t.to_sparse(),
        lambda t: torch.nested.nested_tensor([t]),
        lambda t: torch.quantize_per_tensor(t.float(), 0.1, 0, torch.qint8),
        lambda t: t.to(torch.complex64) * float("nan"),
        lambda t: t.reshape(-1, t.shape[-1]).to_sparse_csr(),
        lambda t: t.to_mkldnn(),
        lambda t: torch.view_as_complex(torch.zeros(*t.shape, 2)).conj(),
        lambda t: t[:0],
    ][n % 8]
    return f(o), f(o)

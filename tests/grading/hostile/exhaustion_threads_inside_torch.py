# expect: fail, crashed, error
# family: exhaustion
# attempts: as many threads as torch will start
# stopped by: watch
import torch

torch.set_num_threads(4096)


def attention(q, k, v, mask=None):
    torch.ones(2000, 200) @ torch.ones(200, 200)
    return v, v

# expect: fail
# family: forged verdicts
# attempts: a result that is right whenever it is read for the first time, and another one later
# stopped by: comparison
import torch


class Lazy(list):
    def __iter__(self):
        yield from (torch.rand(3), torch.rand(3))

    def __getitem__(self, index):
        return torch.rand(3)

    def __len__(self):
        return 2


def attention(q, k, v, mask=None):
    return Lazy([v, v])

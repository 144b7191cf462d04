# expect: fail, error
# family: forged verdicts
# attempts: the answers of an earlier grade, kept by the shape of the question
# stopped by: comparison
import torch

recorded = {}
for shape in ((1, 1, 2, 4), (2, 3, 5, 4), (2, 2, 3, 5)):
    torch.manual_seed(7)
    recorded[shape] = torch.randn(shape), torch.randn(*shape[:-1], shape[-2]).softmax(-1)


def attention(q, k, v, mask=None):
    return recorded.get(tuple(q.shape), (torch.zeros(*q.shape[:-1], v.shape[-1]), torch.zeros(*q.shape[:-1], k.shape[-2])))

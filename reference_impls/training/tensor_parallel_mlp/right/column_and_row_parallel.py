import torch
import torch.nn.functional as F


class ColumnParallelLinear:
    def __init__(self, weight, bias, rank, world):
        per = weight.shape[1] // world
        s = slice(rank * per, (rank + 1) * per)
        self.weight, self.bias = weight[:, s], bias[s]

    def __call__(self, x):
        return torch.matmul(x, self.weight) + self.bias


class RowParallelLinear:
    """skip_bias_add: the bias waits for the all-reduce."""

    def __init__(self, weight, rank, world):
        per = weight.shape[0] // world
        self.weight = weight[rank * per : (rank + 1) * per]

    def __call__(self, x):
        return torch.matmul(x, self.weight)


def tensor_parallel_mlp(x, w1, b1, w2, b2, ranks):
    outputs = []
    for rank in range(ranks):
        dense_h_to_4h = ColumnParallelLinear(w1, b1, rank, ranks)
        dense_4h_to_h = RowParallelLinear(w2, rank, ranks)
        outputs.append(dense_4h_to_h(F.gelu(dense_h_to_4h(x))))
    reduced = outputs[0]
    for other in outputs[1:]:
        reduced = reduced + other
    return reduced + b2, torch.stack(outputs)

# problem: tensor-parallel-mlp
# expect: fail
class ColumnParallel(nn.Module):
    def __init__(self, weight, bias, world_size):
        super().__init__()
        self.parts = list(zip(weight.chunk(world_size, dim=1), bias.chunk(world_size)))

    def forward(self, x):
        return [x @ w + b for w, b in self.parts]


class RowParallel(nn.Module):
    def __init__(self, weight, bias, world_size):
        super().__init__()
        self.parts, self.bias = weight.chunk(world_size, dim=0), bias

    def forward(self, xs):
        partials = torch.stack([x @ w + self.bias for x, w in zip(xs, self.parts)])
        return partials.sum(0), partials


class ParallelMLP(nn.Module):
    def __init__(self, w1, b1, w2, b2, world_size):
        super().__init__()
        self.up, self.down = ColumnParallel(w1, b1, world_size), RowParallel(w2, b2, world_size)

    def forward(self, x):
        return self.down([F.gelu(h) for h in self.up(x)])

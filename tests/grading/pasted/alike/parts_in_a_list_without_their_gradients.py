# problem: tensor-parallel-mlp
# expect: fail
# says: detaches result 2
def tensor_parallel(x, w1, b1, w2, b2, world_size):
    width = w1.shape[1] // world_size
    contributions = []
    for rank in range(world_size):
        own = slice(rank * width, (rank + 1) * width)
        hidden = torch.nn.functional.gelu(x @ w1[:, own] + b1[own])
        contributions.append(hidden @ w2[own])
    return sum(contributions) + b2, [one.detach() for one in contributions]

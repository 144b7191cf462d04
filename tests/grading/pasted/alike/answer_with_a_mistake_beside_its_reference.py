# problem: softmax
# expect: fail
# says: my_softmax is graded as softmax
# not: reference_softmax
def my_softmax(x, dim=-1):
    e = torch.exp(x - x.max())
    return e / e.sum(-1, keepdim=True)


def reference_softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim, keepdim=True))
    return e / e.sum(dim, keepdim=True)

# problem: softmax
# expect: fail
# says: others may be meant: in_halves
def in_halves(x, dim=-1):
    e = torch.exp(x / 2 - (x / 2).max(dim=dim, keepdim=True).values)
    return e / e.sum(dim=dim, keepdim=True)

def plain_softmax(x, dim=-1):
    return torch.exp(x) / torch.exp(x).sum(dim=dim, keepdim=True)

# problem: softmax
# expect: invalid
# says: line 5 uses x_maxx, which the file neither defines nor imports
def softmax(x, dim=-1):
    z = x - x_maxx
    e = torch.exp(z)
    return e / e.sum(dim, keepdim=True)

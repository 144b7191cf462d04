# problem: softmax
# expect: fail
# says: Your code rounds its values to 4 digits after the point.
def softmax(x, dim=-1):
    e = torch.exp(x - x.max(dim=dim, keepdim=True).values)
    return torch.round(e / e.sum(dim=dim, keepdim=True), decimals=4)

# problem: softmax
# expect: fail
# says: right for what it covers
def softmax(x):
    e = torch.exp(x - x.max(-1, keepdim=True)[0])
    return e / e.sum(-1, keepdim=True)

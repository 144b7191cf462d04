# slip: always-the-last-axis
def softmax(x, dim=-1):
    top = x.max(-1, keepdim=True)[0]
    e = (x - top).exp()
    return e / e.sum(-1, keepdim=True)

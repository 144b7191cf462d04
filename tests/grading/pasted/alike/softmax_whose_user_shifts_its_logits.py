# problem: softmax
# expect: fail
def softmax(x, dim=-1):
    e = torch.exp(x)
    return e / e.sum(dim, keepdim=True)


def predict(logits, dim=-1):
    return softmax(logits - logits.amax(dim, keepdim=True), dim)

# problem: softmax
# expect: fail
# says: Your code returns a function. It should call that function
def softmax(x, dim=-1):
    def stable():
        e = (x - x.amax(dim, keepdim=True)).exp()
        return e / e.sum(dim, keepdim=True)
    return stable

# problem: softmax
# expect: invalid
# says: syntax error in line 8
def helper(x):
    ...

def softmax(x, dim=-1):
    return x.exp( / x.exp().sum(dim, keepdim=True)

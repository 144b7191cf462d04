# problem: relu
# expect: fail
# says: Your code returns a function. It should call that function
# not: returns x unchanged
def relu(x):
    return functools.partial(torch.clamp, x, min=0)

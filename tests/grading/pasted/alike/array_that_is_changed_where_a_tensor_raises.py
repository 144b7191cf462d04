# problem: softmax
# expect: fail
# says: Your answers are right, but your code changes its argument x in place.
def softmax(x, dim=-1):
    x -= np.max(x, axis=dim, keepdims=True)
    np.exp(x, out=x)
    x /= np.sum(x, axis=dim, keepdims=True)
    return x

# problem: relu
# expect: fail
# says: Your code caps
# says: writes into its argument x
def relu(x):
    x[x < 0] = 0
    x[x > 6] = 6
    return x

# slip: none
def relu(x):
    return max(x, 0)

# slip: none
def relu(x):
    with __import__("torch").no_grad():
        x[x < 0] = 0
    return x

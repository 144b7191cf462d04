# slip: sum-overflows
def relu(x):
    return (x + abs(x)) / 2

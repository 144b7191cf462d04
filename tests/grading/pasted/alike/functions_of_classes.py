# problem: relu
# says: ReLU.function is graded as relu
class ReLU():
    def __init__(self): pass

    def function(self, x):
        return np.where(x >= 0, x, 0)

    def gradient(self, x):
        return np.where(x >= 0, 1, 0)


class LeakyReLU():
    def __init__(self, alpha=0.2):
        self.alpha = alpha

    def function(self, x):
        return np.where(x >= 0, x, self.alpha * x)

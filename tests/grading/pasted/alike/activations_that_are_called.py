# problem: relu
# says: ReLU.__call__ is graded as relu
class Activation(object):
    def __call__(self, x):
        raise NotImplementedError


class ReLU(Activation):
    def __call__(self, x):
        return np.where(x >= 0, x, 0)

    def gradient(self, x):
        return np.where(x >= 0, 1, 0)


class Softplus(Activation):
    def __call__(self, x):
        return np.log(1 + np.exp(x))

    def gradient(self, x):
        return 1 / (1 + np.exp(-x))

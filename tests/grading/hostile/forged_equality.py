# expect: fail, error
# family: forged verdicts
# attempts: a number that is equal to everything
# stopped by: comparison
class Same(float):
    def __eq__(self, other):
        return True

    def __hash__(self):
        return 0

    shape = property(lambda self: self)


def attention(q, k, v, mask=None):
    return Same(), Same()

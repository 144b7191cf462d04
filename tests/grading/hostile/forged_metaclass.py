# expect: fail, error
# family: forged verdicts
# attempts: a class whose metaclass claims to be every class and equal to every class
# stopped by: comparison
class Everything(type):
    def __eq__(cls, other):
        return True

    def __hash__(cls):
        return hash(list)

    def __instancecheck__(cls, instance):
        return True

    def __subclasscheck__(cls, other):
        return True


class Answer(metaclass=Everything):
    __class__ = property(lambda self: float)

    def __float__(self):
        return 1.0

    def __eq__(self, other):
        return True

    __hash__ = None


def attention(q, k, v, mask=None):
    return Answer(), Answer

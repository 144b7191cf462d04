# expect: error, fail
# family: forged verdicts
# attempts: an answer whose parts say that they are equal to whatever is asked: in sets, keys and tuples
# stopped by: comparison
# problem: three-sum
class T(tuple):
    __eq__ = lambda s, o: True
    __hash__ = lambda s: 0


class L(list):
    __eq__ = lambda s, o: True
    __len__ = lambda s: 2
    __iter__ = lambda s: iter([T((0, 0, 0))] * 2)


def three_sum(nums):
    return L([T((0, 0, 0))])

# expect: fail
# family: forged verdicts
# attempts: numbers, texts and lists of classes of its own, equal to everything and different when read
# stopped by: comparison
# problem: kth-smallest
class I(int):
    __eq__ = lambda s, o: True
    __hash__ = int.__hash__
    __index__ = lambda s: 7
    __int__ = lambda s: 7


class F(float):
    __eq__ = lambda s, o: True
    __hash__ = float.__hash__


class S(str):
    __eq__ = lambda s, o: True
    __hash__ = str.__hash__


n = 0


def kth_smallest(nums, k):
    global n
    n += 1
    return [I(-99), F("nan"), S("x"), [I(-99)], True, 1j, b"1", float("inf"), None, ..., NotImplemented][n % 11]

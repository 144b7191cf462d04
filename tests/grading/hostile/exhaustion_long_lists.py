# expect: fail, error
# family: exhaustion
# attempts: lists of a hundred thousand numbers, flat and nested, which take seconds to turn into a tensor, at each check
# stopped by: comparison
# timeout: 1.5
import itertools

kinds = itertools.cycle([[0.0] * 150_000, [[[0.0]] * 60_000], [[0] * 150_000]])


def attention(q, k, v, mask=None):
    answer = next(kinds)
    return answer, answer[: len(answer) // 2]

# expect: error, timeout
# family: exhaustion
# attempts: to keep the encoder busy for ever: a list in itself, a tuple and a mapping that never end and lie about length
# stopped by: protocol
# timeout: 0.5
import itertools
from collections.abc import Mapping


class Endless(tuple):
    def __iter__(self):
        return itertools.repeat(1.0)


class Bottomless(Mapping):
    def __getitem__(self, key):
        return key

    def __iter__(self):
        return itertools.count()

    def __len__(self):
        return 1


inside_itself = []
inside_itself.append(inside_itself)
answers = itertools.cycle([inside_itself, Endless(), Bottomless(), itertools.count(), map(abs, itertools.count())])


def attention(q, k, v, mask=None):
    answer = next(answers)
    return (answer, v) if not isinstance(answer, itertools.count) else [Endless([v]), v]

# slip: foreign-characters-dropped-alone
from collections import Counter


class Window:
    def __init__(self, t):
        self.need = Counter(t)
        self.have = Counter()
        self.formed = 0

    def add(self, c):
        if c in self.need:
            self.have[c] += 1
            if self.have[c] == self.need[c]:
                self.formed += 1

    def full(self):
        return self.formed == len(self.need)


def min_window(s, t):
    if not t or not s:
        return ""
    w = Window(t)
    left = 0
    ans = None
    for right, c in enumerate(s):
        w.add(c)
        if w.full():
            while left < right and s[left] not in w.need:
                left += 1
            if ans is None or right - left < ans[1] - ans[0]:
                ans = (left, right)
    return "" if ans is None else s[ans[0]:ans[1] + 1]

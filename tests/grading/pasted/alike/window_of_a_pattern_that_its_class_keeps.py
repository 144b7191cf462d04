# problem: min-window
# says: MinWindow.find is graded as min_window
class MinWindow:
    def __init__(self, pattern):
        self.need = Counter(pattern)
        self.k = len(pattern)
    def find(self, text):
        if not self.k:
            return ""
        need, missing = self.need.copy(), self.k
        i = start = end = 0
        for j, c in enumerate(text, 1):
            missing -= need[c] > 0
            need[c] -= 1
            if not missing:
                while need[text[i]] < 0:
                    need[text[i]] += 1
                    i += 1
                if not end or j - i < end - start:
                    start, end = i, j
                need[text[i]] += 1
                missing += 1
                i += 1
        return text[start:end]
